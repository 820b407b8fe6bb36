import SessionModel

/// The count of one final set as it was announced, over time.
///
/// What matters to a listener is the number said, not which turn it was said for: a rep k of the final set is announced
/// from the moment at which the count reached k and from which it never fell below k again until the set was announced to be
/// over. A reading that takes home for the turn announces each rep half a rep late, and is late here, whatever its reps look
/// like; a count corrected downwards and up again has its reps from the second time on; a rep missing to the end of
/// the set is late until then.
///
/// Live sets are counted for the final set they share most time with, several together: a set announced as over too
/// early and begun anew goes on counting, and only the reps the first one began with are credited together.
struct LiveCount: Sendable, Equatable {
    /// How the announced count changed, in time order; not after the announcement that the set is over.
    private(set) var changes: [Change] = []
    /// When the set was announced.
    let startedSeconds: Double
    /// When it was announced to be over, for the last time; the end of the input where it was withdrawn instead.
    let endedSeconds: Double
    /// Whether the input ended before the set did.
    let endedWithInput: Bool
    /// Ends of the reps of the final set.
    let repEndsSeconds: [Double]

    struct Change: Sendable, Equatable {
        var timeSeconds: Double
        var reps: Int
    }

    /// Counts of those of the final sets that were announced.
    static func counts(of sets: [SetResult], in events: [LiveEvent]) -> [LiveCount] {
        var tracks: [Track] = []
        for event in events {
            switch event.kind {
            case .setStarted(let set): tracks.append(Track(set: set, startedSeconds: event.timeSeconds))
            case .rep(_, let set), .correction(let set, _), .setEnded(let set, _):
                guard let index = tracks.firstIndex(where: { $0.set.number == set.number }) else { continue }
                tracks[index].take(event, of: set)
            case .holdProgress, .holdEnded, .finding, .summary: break
            }
        }
        let inputEndSeconds = events.last?.timeSeconds ?? 0
        let owners = tracks.map { $0.owner(among: sets) }
        return sets.indices.compactMap { index in
            let own = zip(tracks, owners).filter { $0.1 == index }.map(\.0)
            return own.isEmpty ? nil : LiveCount(own, of: sets[index], inputEndSeconds: inputEndSeconds)
        }
    }

    private init(_ tracks: [Track], of set: SetResult, inputEndSeconds: Double) {
        let started = tracks.map(\.startedSeconds).min() ?? inputEndSeconds
        let ended = tracks.compactMap(\.endedSeconds).max() ?? inputEndSeconds
        (startedSeconds, endedSeconds) = (started, ended)
        endedWithInput = ended >= inputEndSeconds
        repEndsSeconds = set.detail.map(\.endSeconds)
        let times = Set(tracks.flatMap(\.changes).map(\.timeSeconds)).filter { $0 <= ended }.sorted()
        changes = times.map { time in Change(timeSeconds: time, reps: tracks.reduce(0) { $0 + $1.reps(at: time) }) }
    }

    /// Seconds from the ends of the final reps to their announcements, without those that stand since the set was announced.
    var latenciesSeconds: [Double] {
        repEndsSeconds.enumerated().compactMap { index, end in
            let announced = announcedSeconds(ofRep: index + 1) ?? endedSeconds
            return announced > startedSeconds ? announced - end : nil
        }
    }

    /// Seconds from the end of the last rep to the announcement that the set is over; `nil` where the input ended before.
    var endDelaySeconds: Double? {
        endedWithInput ? nil : repEndsSeconds.last.map { endedSeconds - $0 }
    }

    /// From when the count included a rep for good; `nil` where it does not in the end.
    private func announcedSeconds(ofRep number: Int) -> Double? {
        let first = changes.lastIndex { $0.reps < number }.map { $0 + 1 } ?? 0
        return first < changes.count ? changes[first].timeSeconds : nil
    }
}

/// What was announced of one live set.
private struct Track {
    /// As it was last announced.
    var set: LiveSet
    var startedSeconds: Double
    var endedSeconds: Double?
    var changes: [LiveCount.Change] = []

    mutating func take(_ event: LiveEvent, of set: LiveSet) {
        // What the end of the input corrects was not announced while the set went on.
        switch event.kind {
        case .setEnded: endedSeconds = event.timeSeconds
        case .correction(_, .resumed): endedSeconds = nil
        default: if endedSeconds != nil { return }
        }
        self.set = set
        changes.append(LiveCount.Change(timeSeconds: event.timeSeconds, reps: set.reps))
    }

    func reps(at timeSeconds: Double) -> Int {
        changes.last { $0.timeSeconds <= timeSeconds }?.reps ?? 0
    }

    /// The final set that shares most time with this one; `nil` where none does.
    func owner(among sets: [SetResult]) -> Int? {
        let common = sets.map { min($0.endSeconds, set.endSeconds) - max($0.startSeconds, set.startSeconds) }
        return common.indices.filter { common[$0] > 0 }.max { common[$0] < common[$1] }
    }
}
