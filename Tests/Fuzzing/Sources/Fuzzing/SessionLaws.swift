import SessionModel

/// What any session keeps, whatever was recorded.
enum SessionLaws {
    static func check(_ session: Session) {
        let end = session.recording.durationSeconds
        for set in session.sets {
            precondition(set.reps >= 1 && set.reps <= session.recording.samples, "\(set)")
            precondition(set.range.contains(set.reps) && set.partial >= 0, "\(set)")
            precondition((0...1).contains(set.confidence), "\(set)")
            precondition(isOrdered([0, set.startSeconds, set.endSeconds, end]), "\(set)")
            precondition(set.detail.allSatisfy { isOrdered([$0.startSeconds, $0.turnSeconds, $0.endSeconds]) }, "\(set)")
            precondition(isOrdered(set.detail.map(\.turnSeconds)), "\(set)")
        }
        for hold in session.holds { precondition(isOrdered([0, hold.startSeconds, hold.endSeconds, end]), "\(hold)") }
        if let adherence = session.plan?.adherence { precondition((0...1).contains(adherence), "\(adherence)") }
    }

    /// Not so where one is NaN. Times are worked out on a grid, which may end a point after the recording.
    private static func isOrdered(_ times: [Double]) -> Bool {
        zip(times, times.dropFirst()).allSatisfy { $0 <= $1 + 0.1 }
    }
}
