import Dispatch
import Foundation
import RepCore

/// Work that all cores share. Who waits for a piece of it that somebody else has begun does another meanwhile: when nothing is left
/// to read, the thread that read takes halves of the segments that others are still looking at.
final class WorkShare: PairRunner, @unchecked Sendable {
    /// Something to be done once, by whoever comes first. What nobody keeps is not wanted any more, and not begun.
    final class Piece: Sendable {
        fileprivate let work: @Sendable (WorkShare) -> Void
        /// Read and written under the condition of the share.
        fileprivate nonisolated(unsafe) var isDone = false

        fileprivate init(_ work: @escaping @Sendable (WorkShare) -> Void) {
            self.work = work
        }
    }

    private struct Unbegun {
        weak var piece: Piece?
    }

    static let cores = ProcessInfo.processInfo.activeProcessorCount

    /// Guards what is below, and tells of pieces that came or are done.
    private let condition = NSCondition()
    private var unbegun: [Unbegun] = []
    /// Threads asked for beside those that wait for something; they go when nothing is left to begin.
    private var helpers = 0
    private var sharesParts = false

    /// Hands a piece to whoever is free first.
    /// - Parameter work: told of this share.
    func add(_ work: @escaping @Sendable (WorkShare) -> Void) -> Piece {
        let piece = Piece(work)
        let needsHelper = condition.withLock {
            unbegun.append(Unbegun(piece: piece))
            condition.broadcast()
            guard helpers < Self.cores - 1 else { return false }
            helpers += 1
            return true
        }
        if needsHelper { DispatchQueue.global().async { self.help() } }
        return piece
    }

    /// Returns when the piece is done, at once where it is.
    func finish(_ piece: Piece) {
        condition.lock()
        defer { condition.unlock() }
        while !piece.isDone {
            if let index = unbegun.firstIndex(where: { $0.piece === piece }) ?? unbegun.indices.first {
                runUnlocked(unbegun.remove(at: index))
            } else {
                condition.wait()
            }
        }
    }

    func isDone(_ piece: Piece) -> Bool {
        condition.withLock { piece.isDone }
    }

    /// From now on the parts of a piece are shared too. Before, all cores are busy with pieces, and a core that has read one half of
    /// a signal is faster with the other: sharing parts all the while took 4 % longer.
    func shareParts() {
        condition.withLock { sharesParts = true }
    }

    func run<One: Sendable, Other: Sendable>(
        _ one: @escaping @Sendable () -> One, _ other: @escaping @Sendable () -> Other
    ) -> (One, Other) {
        guard condition.withLock({ sharesParts }) else { return (one(), other()) }
        // Written by one thread alone, and read when that is done.
        nonisolated(unsafe) var second: Other?
        let piece = add { _ in second = other() }
        let first = one()
        finish(piece)
        guard let second else { preconditionFailure("a piece of work was finished without its result") }
        return (first, second)
    }

    private func help() {
        condition.withLock {
            while !unbegun.isEmpty { runUnlocked(unbegun.removeFirst()) }
            helpers -= 1
        }
    }

    /// Lets others have the lock while the piece is at work.
    private func runUnlocked(_ unbegun: Unbegun) {
        guard let piece = unbegun.piece else { return }
        condition.unlock()
        piece.work(self)
        condition.lock()
        piece.isDone = true
        condition.broadcast()
    }
}
