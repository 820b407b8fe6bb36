import Motion

/// What can be wrong with single rows. Counted while reading, told once at the end.
enum Defect: Int, CaseIterable {
    case missingNumber, unreadableCell, repeatedHeader, shortRow, zeroRow, implausible, sameTime, sameTimeDropped, outOfOrder, backwardTime, timeAhead, clockJump, gap
    case lostSamples, repeated

    /// Stable name of the finding.
    var kind: String {
        switch self {
        case .missingNumber: "nan-cell"
        case .unreadableCell: "unreadable-cell"
        case .repeatedHeader: "repeated-header"
        case .shortRow: "short-row"
        case .zeroRow: "zero-row"
        case .implausible: "implausible-value"
        case .sameTime: "duplicate-time"
        case .sameTimeDropped: "duplicate-time-dropped"
        case .outOfOrder: "out-of-order"
        case .backwardTime: "backward-time"
        case .timeAhead: "time-ahead"
        case .clockJump: "clock-jump"
        case .gap: "gap"
        case .lostSamples: "lost-samples"
        case .repeated: "sample-and-hold"
        }
    }

    /// - Parameter total: seconds of gaps, or samples lost.
    func message(count: Int, total: Double) -> String {
        let rows = count == 1 ? "1 row" : "\(count) rows"
        let has = count == 1 ? "has" : "have"
        return switch self {
        case .missingNumber: "\(rows) \(has) an empty or NaN cell and \(count == 1 ? "was" : "were") left out."
        case .unreadableCell: "\(rows) \(has) a cell that is no number and \(count == 1 ? "was" : "were") left out."
        case .repeatedHeader:
            "\(rows) \(has) words in place of every number, as when a recorder starts anew, and \(count == 1 ? "was" : "were") left out."
        case .shortRow: "\(rows) \(has) too few columns and \(count == 1 ? "was" : "were") left out."
        case .zeroRow: "\(rows) of all-zero acceleration, which no sensor on earth reads, \(count == 1 ? "was" : "were") left out."
        case .implausible: "\(rows) \(has) values beyond what a wearable can measure and \(count == 1 ? "was" : "were") left out."
        case .sameTime: "\(rows) repeat the time before and were spread evenly up to the next one."
        case .sameTimeDropped: "\(rows) beyond \(SampleBatch.held) with one and the same time \(count == 1 ? "was" : "were") left out."
        case .outOfOrder: "\(rows) came out of order by less than \(SampleBatch.held) rows and \(count == 1 ? "was" : "were") put in place."
        case .backwardTime: "\(rows) go back in time and \(count == 1 ? "was" : "were") left out."
        case .timeAhead: "\(rows) \(has) a time far ahead of the rows around and \(count == 1 ? "was" : "were") left out."
        case .clockJump: "The clock was set back \(count == 1 ? "once" : "\(count) times"); time was carried on from there."
        case .gap:
            "\(count == 1 ? "1 gap" : "\(count) gaps") without samples, \(TableLayout.short(total)) s in all; nothing is made up in between."
        case .lostSamples:
            "By the device's counter \(TableLayout.short(total)) samples never arrived, "
                + "in \(count == 1 ? "one place" : "\(count) places"); nothing is made up for them."
        case .repeated:
            "\(rows) only repeat\(count == 1 ? "s" : "") the acceleration of the row before, as files do that have rows between a sensor's readings; "
                + "\(count == 1 ? "it was" : "they were") left out."
        }
    }
}

/// Counts of defects with the line of the first one.
struct DefectTally {
    private var counts = [Int](repeating: 0, count: Defect.allCases.count)
    private var firstLines = [Int](repeating: 0, count: Defect.allCases.count)
    /// Seconds, or whatever else is added up beside the rows.
    private var amounts = [Double](repeating: 0, count: Defect.allCases.count)

    mutating func note(_ defect: Defect, line: Int, amount: Double = 0) {
        if counts[defect.rawValue] == 0 { firstLines[defect.rawValue] = line }
        counts[defect.rawValue] += 1
        amounts[defect.rawValue] += amount
    }

    /// Takes back the newest of a kind.
    mutating func takeBack(_ defect: Defect, amount: Double) {
        counts[defect.rawValue] -= 1
        amounts[defect.rawValue] -= amount
    }

    /// Defects of all kinds.
    var total: Int { counts.reduce(0, +) }

    subscript(defect: Defect) -> (count: Int, firstLine: Int) { (counts[defect.rawValue], firstLines[defect.rawValue]) }

    func findings(file: String) -> [Finding] {
        Defect.allCases.filter { counts[$0.rawValue] > 0 }.map {
            Finding(
                file: file, line: firstLines[$0.rawValue], kind: $0.kind,
                message: $0.message(count: counts[$0.rawValue], total: amounts[$0.rawValue]))
        }
    }
}
