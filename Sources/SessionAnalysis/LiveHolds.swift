import ExerciseCatalog
import RepCore
import SessionModel

/// Tells how long a posture has been kept while it is being kept.
///
/// Whether a posture is still kept, and since when, is read off the newest part of the stream by the same finder that
/// measures holds in the end. A short excursion that returns is forgiven there, so a hold is over only when nothing that
/// follows could join it. Only then is it known whether somebody bent into the posture and straightened up within it: the end of a hold may
/// say of it that it began later than its progress did.
struct LiveHolds: Sendable {
    struct Parameters: Sendable {
        /// Seconds after which a hold is worth a word, and after which it is no stretch any more.
        var firstSeconds = 5.0
        var longestSeconds = 600.0
        /// A hold whose end is that close to the newest sample goes on, in seconds.
        var ongoingSeconds = 0.5
        /// A hold left for so long is not resumed: longest fidget and the stillness that would end it, in seconds.
        var overSeconds = 5.0

        init() {}
    }

    let parameters: Parameters
    private let finder: HoldFinder?
    private let settledFinder: HoldFinder?
    private var open: LiveHold?
    /// Start of a hold that became too long; it is not spoken of any more.
    private var silencedUntil = -Double.infinity

    init(_ parameters: Parameters = Parameters(), rateHz: Double) {
        self.parameters = parameters
        // The rate of a grid is positive, so the design of the filters cannot fail.
        var kept = HoldFinder.Parameters()
        kept.settles = false
        finder = try? HoldFinder(kept, rateHz: rateHz)
        settledFinder = try? HoldFinder(rateHz: rateHz)
    }

    /// When to look next, given the newest sample: at the next whole second of the hold that is open, or in half a second.
    func nextLook(after now: Double) -> Double {
        guard let open else { return now + 0.5 }
        let reached = now - open.startSeconds
        return open.startSeconds + max(reached.rounded(.down) + 1, open.durationSeconds + 1)
    }

    /// Takes the newest part of the stream.
    /// - Parameters:
    ///   - now: newest sample.
    ///   - name: what the posture is called, and what is asked of it; `nil` for a posture that is not spoken of.
    mutating func read(
        _ window: MovementSegment, now: Double, isEnd: Bool = false, name: (Hold) -> LiveHoldNames.Name?,
        emit: (LiveEvent.Kind) -> Void
    ) {
        guard let finder else { return }
        let holds = finder.holds(in: window.points)
        let running = holds.last { now - $0.endSeconds < parameters.ongoingSeconds }
        if var hold = open {
            let same = holds.last { isSame($0, hold, windowStart: window.startSeconds) }
            if let running, let same, running == same {
                advance(&hold, to: now, startingAt: running.startSeconds, windowStart: window.startSeconds, emit)
                open = hold
                if hold.durationSeconds >= parameters.longestSeconds { end(hold, at: now, in: window, emit) }
            } else {
                let endSeconds = same?.endSeconds ?? hold.startSeconds + hold.durationSeconds
                if isEnd || now - endSeconds > parameters.overSeconds || running != nil { end(hold, at: endSeconds, in: window, emit) }
            }
            if open != nil, !isEnd { return }
        }
        guard let running, running.durationSeconds >= parameters.firstSeconds, running.startSeconds > silencedUntil,
            let name = name(running)
        else { return }
        var hold = LiveHold(
            exercise: name.exercise, side: name.side, startSeconds: running.startSeconds, durationSeconds: 0,
            targetSeconds: name.targetSeconds)
        advance(&hold, to: now, startingAt: running.startSeconds, windowStart: window.startSeconds, emit)
        open = hold
        if isEnd { end(hold, at: running.endSeconds, in: window, emit) }
    }

    private func isSame(_ found: Hold, _ hold: LiveHold, windowStart: Double) -> Bool {
        // The beginning may have left the window.
        let start = max(hold.startSeconds, windowStart)
        return found.startSeconds < start + 2 && found.endSeconds > start
    }

    private func advance(
        _ hold: inout LiveHold, to now: Double, startingAt start: Double, windowStart: Double,
        _ emit: (LiveEvent.Kind) -> Void
    ) {
        if start > windowStart + 2 { hold.startSeconds = start }
        let reached = (now - hold.startSeconds).rounded(.down)
        guard reached > hold.durationSeconds else { return }
        hold.durationSeconds = reached
        emit(.holdProgress(hold))
    }

    private mutating func end(
        _ hold: LiveHold, at seconds: Double, in window: MovementSegment, _ emit: (LiveEvent.Kind) -> Void
    ) {
        open = nil
        silencedUntil = seconds
        var hold = hold
        hold.durationSeconds = seconds - hold.startSeconds
        let settled = settledFinder?.holds(in: window.points).last {
            hold.startSeconds - Self.nearSeconds < $0.startSeconds && $0.endSeconds < seconds + Self.nearSeconds
                && $0.durationSeconds >= hold.durationSeconds / 2
        }
        if let settled {
            (hold.startSeconds, hold.durationSeconds) = (settled.startSeconds, settled.durationSeconds)
        }
        emit(.holdEnded(hold))
    }

    /// Two readings of one hold begin and end so near each other, in seconds.
    private static let nearSeconds = 0.5
}
