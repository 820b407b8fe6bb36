import ArgumentParser
import Foundation
import SessionBatch
import SessionModel

/// Which days count, and by whose clock.
struct WeekArguments: ParsableArguments {
    @Option(
        name: .customLong("time-zone"),
        help: ArgumentHelp("By whose clock a session belongs to a day, as in Europe/Berlin. Default: this machine's.", valueName: "zone"),
        transform: zone)
    var timeZone: TimeZone = .current

    @Option(help: ArgumentHelp("First day that counts, as in 2026-11-16.", valueName: "day"), transform: day)
    var from: CalendarDay?

    @Option(help: ArgumentHelp("Last day that counts.", valueName: "day"), transform: day)
    var until: CalendarDay?

    /// The day it is now, by the clock asked for.
    var today: CalendarDay {
        let now = Date()
        let seconds = now.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: now))
        return CalendarDay(daysSince1970: Int((seconds / 86400).rounded(.down)))
    }

    private static func zone(_ name: String) throws -> TimeZone {
        guard let zone = TimeZone(identifier: name) else {
            throw ValidationError("\"\(name)\" is no time zone. Write its name, for example Europe/Berlin or UTC.")
        }
        return zone
    }

    private static func day(_ text: String) throws -> CalendarDay {
        guard let day = CalendarDay(text) else {
            throw ValidationError("\"\(text)\" is no day. Write it as 2026-11-20.")
        }
        return day
    }
}

extension Shard: ExpressibleByArgument {
    public init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        self.init(index: index, count: count)
    }
}
