extension Plan {
    /// The plan as a plan file (YAML) has it; `PlanFile` reads it back equal.
    public var yaml: String {
        var lines = ["schema: \(Self.schema)", "name: \(Self.quoted(name))", "items:"]
        for item in items {
            var keys = ["exercise: \(item.exercise.name)"]
            if let side = item.side { keys.append("side: \(side.rawValue)") }
            if item.sets != 1 { keys.append("sets: \(item.sets)") }
            if let reps = item.reps {
                keys.append("reps: \(Self.amount("\(reps.lowerBound)", "\(reps.upperBound)"))")
            }
            if let hold = item.holdSeconds {
                keys.append("hold: \(Self.amount(Self.short(hold.lowerBound), Self.short(hold.upperBound))) s")
            }
            lines.append("  - {\(keys.joined(separator: ", "))}")
        }
        switch schedule {
        case .days(let days): lines.append("schedule: {days: [\(days.map(\.rawValue).joined(separator: ", "))]}")
        case .perWeek(let times): lines.append("schedule: {per_week: \(times)}")
        case nil: break
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func amount(_ lower: String, _ upper: String) -> String {
        lower == upper ? lower : "\(lower)-\(upper)"
    }

    /// Whole seconds without a decimal point.
    private static func short(_ seconds: Double) -> String {
        Int(exactly: seconds).map(String.init) ?? "\(seconds)"
    }

    /// A plain word as it is, anything else in YAML's single quotes. Line ends and other invisible characters would not
    /// survive those: they are escaped in double quotes.
    private static func quoted(_ name: String) -> String {
        let isInvisible = { (scalar: Unicode.Scalar) in
            [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned].contains(scalar.properties.generalCategory)
        }
        guard !name.unicodeScalars.contains(where: isInvisible) else {
            return "\"" + name.unicodeScalars.map { scalar in
                guard isInvisible(scalar) || scalar == "\"" || scalar == "\\" else { return String(scalar) }
                let digits = String(scalar.value, radix: 16)
                return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }.joined() + "\""
        }
        let isWord = name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return isWord && name.lowercased() != "null" ? name : "'\(name.replacing("'", with: "''"))'"
    }
}
