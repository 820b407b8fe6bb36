/// One movement out from a home posture and back: a repetition seen in one signal. All fields are grid indices.
public struct Excursion: Sendable, Equatable {
    /// Farthest point at home before setting out.
    public var homeBefore: Int
    /// Where the movement has left home by 15 % of its way.
    public var leave: Int
    /// Turning point.
    public var turn: Int
    /// Where it is back within 15 % of home.
    public var back: Int
    /// Farthest point at home after coming back; the next excursion's `homeBefore` when there is no pause.
    public var homeAfter: Int

    public init(homeBefore: Int, leave: Int, turn: Int, back: Int, homeAfter: Int) {
        self.homeBefore = homeBefore
        self.leave = leave
        self.turn = turn
        self.back = back
        self.homeAfter = homeAfter
    }

    /// Share of the way at which a movement has left home, or is back.
    static let borderShare = 0.15

    /// From leaving home to arriving within 15 % of the turn, and from leaving the turn to being back: what lies between is
    /// a hold, long or short.
    /// - Parameter signal: the one the excursion was read from.
    func ways(along signal: SignalSpan) -> (out: ClosedRange<Int>, back: ClosedRange<Int>) {
        func isNearTurn(_ index: Int, from home: Int) -> Bool {
            let way = signal[turn] - signal[home]
            return (signal[index] - signal[home]).dot(way) > (1 - Self.borderShare) * way.dot(way)
        }
        let arrive = (leave...turn).first { isNearTurn($0, from: homeBefore) } ?? turn
        let depart = (turn...back).last { isNearTurn($0, from: homeAfter) } ?? turn
        return (leave...arrive, depart...back)
    }

    /// Reads excursions off alternating turning points.
    /// - Parameters:
    ///   - signal: the signal the points were found in; point indices count from its start.
    ///   - homeIsHigh: which kind of turning point is home.
    ///   - offset: added to every index of the result.
    static func read(
        _ points: [TurningPoint], in signal: [Double], homeIsHigh: Bool, offset: Int
    ) -> [Excursion] {
        var result: [Excursion] = []
        guard var position = points.firstIndex(where: { $0.isHigh == homeIsHigh }) else { return [] }
        while position + 2 < points.count {
            let (before, turn, after) = (points[position].index, points[position + 1].index, points[position + 2].index)
            let (leave, back) = signal.withUnsafeBufferPointer { signal in
                let top = signal[turn]
                func beyond(_ index: Int, home: Double) -> Bool {
                    (signal[index] - home - borderShare * (top - home)) * (top - home) > 0
                }
                var leave = turn
                while leave > before, beyond(leave, home: signal[before]) { leave -= 1 }
                var back = turn
                while back < after, beyond(back, home: signal[after]) { back += 1 }
                return (leave, back)
            }
            result.append(
                Excursion(
                    homeBefore: before + offset, leave: leave + offset, turn: turn + offset, back: back + offset,
                    homeAfter: after + offset))
            position += 2
        }
        return result
    }
}
