/// Where a movement away from rest began.
enum MovementOnset {
    /// Shares of the way, and the shares of its time after which a reaching movement has gone that far.
    private static let early = (way: 0.05, time: 0.189)
    private static let late = (way: 0.20, time: 0.326)

    /// Grid position, between `home` and `turn`, at which the movement sets out from home; where `home` lies after
    /// `turn`, that at which it is back.
    ///
    /// The first part of the way is lost in noise and smoothing. Reaching movements are minimum-jerk (Flash and Hogan,
    /// J. Neurosci. 5, 1985), so the moments at which it has gone 5 and 20 % of its way tell when it began.
    /// - Parameters:
    ///   - course: posture by grid index; only its changes matter.
    ///   - turn: an index at which the way is complete.
    ///   - home: an index in the rest before or after, anywhere in it.
    static func position(in course: SignalSpan, from turn: Int, to home: Int) -> Double {
        let way = course[turn] - course[home]
        let step = home < turn ? -1 : 1
        var index = turn
        func crossing(_ share: Double) -> Double {
            func beyond(_ index: Int) -> Double { (course[index] - course[home]).dot(way) - share * way.dot(way) }
            while index != home, beyond(index) > 0 { index += step }
            guard index != turn else { return Double(index) }
            let (inside, outside) = (beyond(index), beyond(index - step))
            return outside > inside ? Double(index) + Double(step) * inside / (outside - inside) : Double(index)
        }
        let late = crossing(Self.late.way)
        let early = crossing(Self.early.way)
        let onset = early + (early - late) * Self.early.time / (Self.late.time - Self.early.time)
        return home < turn ? max(onset, Double(home)) : min(onset, Double(home))
    }
}
