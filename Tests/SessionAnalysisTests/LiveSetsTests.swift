import SessionModel
import Testing

@testable import SessionAnalysis

/// What is announced, and what is corrected, as readings change.
@Suite struct LiveSetsTests {
    /// A reading of one set: reps of two seconds from `start`, turning in their middle.
    private func reading(_ count: Int, start: Double = 10, exercise: String = "squat") -> SetResult {
        let reps = (0..<count).map { index in
            let start = start + 2 * Double(index)
            return RepResult(startSeconds: start, turnSeconds: start + 1, endSeconds: start + 2)
        }
        return SetResult(
            exercise: exercise, startSeconds: start, endSeconds: start + 2 * Double(count), reps: count,
            range: count...count, confidence: 1, detail: reps)
    }

    private func names(_ events: [LiveEvent.Kind]) -> [String] {
        events.map { event in
            switch event {
            case .setStarted: "started"
            case .rep(_, let set): "rep \(set.reps)"
            case .correction(let set, .reps(let was)): "\(was) is \(set.reps)"
            case .correction(let set, .name(let was, _)): "\(was) is \(set.exercise)"
            case .correction(_, .withdrawn): "withdrawn"
            case .correction(_, .resumed): "resumed"
            case .correction(_, .added): "added"
            case .setEnded(let set, _): "ended \(set.reps)"
            default: "other"
            }
        }
    }

    /// Readings at their times, and what is said to each.
    private func said(_ readings: [(now: Double, sets: [SetResult])]) -> [[String]] {
        var sets = LiveSets()
        return readings.map { now, found in
            var events: [LiveEvent.Kind] = []
            sets.read(found, since: nil, now: now) { events.append($0) }
            sets.rest(now: now) { events.append($0) }
            return names(events)
        }
    }

    @Test func theFirstRepsOfASetAreCreditedTogether() {
        #expect(
            said([(14.5, [reading(2)]), (16.5, [reading(3)]), (18.5, [reading(4)])])
                == [[], ["started", "rep 1", "rep 2", "rep 3"], ["rep 4"]])
    }

    @Test func aRepIsDoneOnceItsEndLiesBack() {
        #expect(said([(16.5, [reading(3)]), (18.0, [reading(4)]), (18.2, [reading(4)])])[1...] == [[], ["rep 4"]])
    }

    @Test func aDifferenceIsBelievedOnceItLasts() {
        let passing = said([(20.5, [reading(5)]), (20.7, [reading(4)]), (20.9, [reading(5)])])
        #expect(passing[1...] == [[], []])
        let lasting = said([(20.5, [reading(5)]), (20.7, [reading(4)]), (22.8, [reading(4)])])
        #expect(lasting[1...] == [[], ["5 is 4"]])
        let renamed = said([(20.5, [reading(5)]), (20.7, [reading(5, exercise: "lunge")]), (22.8, [reading(5, exercise: "lunge")])])
        #expect(renamed[1...] == [[], ["squat is lunge"]])
    }

    /// Three seconds, and two and a half reps, are long enough.
    @Test func aSetThatNoReadingShowsAnyMoreIsWithdrawn() {
        #expect(said([(16.5, [reading(3)]), (17, []), (21.9, []), (22.1, [])])[1...] == [[], [], ["withdrawn"]])
    }

    @Test func aSetThatMayBeNoneIsNotOverBeforeItIsKnown() {
        #expect(said([(16.5, [reading(3)]), (22.5, []), (24, []), (27.6, [])])[1...] == [[], [], ["withdrawn"]])
    }

    /// What repeats and passes for no exercise between two reps goes on being counted, for a while.
    @Test func aSetThatIsNotRecognisedGoesOnByWhatRepeats() {
        var sets = LiveSets()
        var events: [LiveEvent.Kind] = []
        sets.read([reading(3)], since: nil, now: 16.5) { events.append($0) }
        sets.read([], of: [reading(4)], since: nil, now: 18.5) { events.append($0) }
        sets.read([], of: [reading(5)], since: nil, now: 20.5) { events.append($0) }
        sets.read([reading(6)], since: nil, now: 22.5) { events.append($0) }
        #expect(names(events).suffix(3) == ["rep 4", "rep 5", "rep 6"])
        sets.read([], of: [reading(7)], since: nil, now: 24.5) { events.append($0) }
        sets.read([], of: [reading(9)], since: nil, now: 29.6) { events.append($0) }
        #expect(names(events).suffix(2) == ["rep 7", "withdrawn"])
    }

    @Test func homeAndTurnExchangedAddNoRep() {
        let exchanged = reading(5, start: 11)
        let events = said([(20.5, [reading(5)]), (21.5, [exchanged]), (21.7, [exchanged]), (21.9, [reading(5)])])
        #expect(events[1...].joined().isEmpty)
    }

    /// A rep counts at the first end that closes one more, and the other end adds none.
    @Test func aRepCountsAtWhicheverEndComesFirst() {
        let events = said([
            (20.5, [reading(5, start: 10)]), (21.5, [reading(5, start: 11)]), (22.2, [reading(6, start: 10)]),
            (23.2, [reading(6, start: 11)]), (24.2, [reading(7, start: 10)]),
        ])
        #expect(events[1...] == [[], ["rep 6"], [], ["rep 7"]])
    }

    /// Three reps of two seconds, and a fourth of one.
    @Test func whoHasBeenSlowMayGoOnFast() {
        var faster = reading(4)
        faster.detail[3] = RepResult(startSeconds: 16, turnSeconds: 16.2, endSeconds: 16.6)
        faster.endSeconds = 16.6
        #expect(said([(16.3, [reading(3)]), (16.8, [faster])])[1] == ["rep 4"])
    }

    @Test func aReadingBelievedForItsNewestRepIsBelievedForItsCount() {
        // The fourth was not seen when it ended.
        #expect(said([(16.5, [reading(3)]), (20.2, [reading(5)])])[1] == ["rep 4", "rep 5"])
    }

    @Test func aReadingOfBothLegsIsBelievedOnceItLasts() {
        var both = reading(10)
        both.detail = (0..<10).map { index in
            let start = 10 + Double(index)
            return RepResult(startSeconds: start, turnSeconds: start + 0.5, endSeconds: start + 1)
        }
        (both.endSeconds, both.side) = (20, .alternating)
        let passing = said([(18.5, [reading(4)]), (20.3, [both]), (20.5, [reading(5)])])
        #expect(passing[1...] == [[], ["rep 5"]])
    }

    @Test func repsAnnouncedAreNotOfAnotherSetUnlessTakenBack() {
        var short = reading(3)
        let rest = reading(3, start: 17)
        #expect(said([(22.5, [reading(6)]), (22.7, [short, rest])])[1].isEmpty)
        short.exercise = "lunge"
        #expect(said([(22.5, [reading(6)]), (22.7, [short, rest])])[1].isEmpty)
    }

    @Test func aLongPauseEndsASetAndALaterRepResumesIt() {
        let events = said([(16.5, [reading(3)]), (23, [reading(3)]), (23.6, [reading(3)])])
        #expect(events[1...] == [[], ["ended 3"]])
        var longer = reading(4)
        longer.detail[3] = RepResult(startSeconds: 22, turnSeconds: 24, endSeconds: 26)
        longer.endSeconds = 26
        let resumed = said([(16.5, [reading(3)]), (23.6, [reading(3)]), (26.5, [longer]), (27.6, [longer])])
        #expect(resumed[1...] == [["ended 3"], [], ["resumed", "rep 4"]])
    }

    @Test func anotherSetEndsTheOneBefore() {
        let events = said([(16.5, [reading(3)]), (28.5, [reading(3), reading(4, start: 20, exercise: "lunge")])])
        #expect(events[1] == ["ended 3", "started", "rep 1", "rep 2", "rep 3", "rep 4"])
    }

    @Test func repsThatTheWindowLeftBehindStayCounted() {
        var sets = LiveSets()
        var events: [LiveEvent.Kind] = []
        sets.read([reading(30)], since: nil, now: 70.5) { events.append($0) }
        // The window has moved on: it begins in the middle of the set.
        sets.read([reading(21, start: 30)], since: 29.5, now: 72.5) { events.append($0) }
        #expect(names(events).last == "rep 31")
        #expect(sets.current?.reps == 31)
        #expect(sets.current?.startSeconds == 10)
    }

    @Test func theEndCorrectsWhatWasSaid() {
        var sets = LiveSets()
        var events: [LiveEvent.Kind] = []
        sets.read([reading(5)], since: nil, now: 20.5) { _ in }
        sets.rest(now: 40) { _ in }
        sets.settle([reading(6), reading(4, start: 60)]) { events.append($0) }
        #expect(names(events) == ["5 is 6", "added"])
        events = []
        sets.settle([]) { events.append($0) }
        #expect(names(events) == ["withdrawn"])
    }
}
