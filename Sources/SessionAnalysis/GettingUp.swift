import ExerciseCatalog
import RepCore

/// Nobody lies down, or gets up, from one moment to the next: what is done right beside a walk, or beside a set that was surely done
/// standing, is done standing too, however much a leg in a split stance looks like that of somebody lying.
struct GettingUp {
    /// From one to the other, in seconds, less than anybody takes to lie down: simulated people take three to six. A walk is reported up
    /// to a second short. Where both are seen at the same time, one of them is misread.
    private static let besideSeconds = -0.5..<2.5

    /// When somebody surely stood, in seconds.
    private let standing: [ClosedRange<Double>]

    init(walking: [WalkingRun], sets: [Recognition]) {
        standing = walking.map { $0.startSeconds...$0.startSeconds + $0.durationSeconds }
            + sets.filter { $0.isSure && $0.posture == .standing }
                .map { $0.reading.startSeconds...$0.reading.endSeconds }
    }

    /// The names that a set may have which is named as if done lying, where that cannot be; `nil` where nothing speaks against it.
    func names(for set: Recognition) -> Set<String>? {
        let isBesideStanding = standing.contains {
            Self.besideSeconds.contains(max($0.lowerBound - set.reading.endSeconds, set.reading.startSeconds - $0.upperBound))
        }
        return isBesideStanding && set.posture?.isLying == true ? Self.upright : nil
    }

    private static let upright = Set(ExerciseCatalog.all.filter { !$0.posture.isLying }.map(\.name))
}
