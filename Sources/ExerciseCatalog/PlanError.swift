/// Why a plan file cannot be used: where, what is wrong, and what is allowed.
public struct PlanError: Error, Sendable, Equatable {
    /// File as the user named it.
    public var file: String
    /// Line (1-based), where it is known.
    public var line: Int?
    /// Number of the plan item (1-based), where the trouble is in one.
    public var item: Int?
    /// Key concerned.
    public var key: String?
    /// What is wrong.
    public var message: String
    /// What is allowed or likely meant.
    public var remedy: String?

    public init(
        file: String, line: Int? = nil, item: Int? = nil, key: String? = nil, message: String, remedy: String? = nil
    ) {
        self.file = file
        self.line = line
        self.item = item
        self.key = key
        self.message = message
        self.remedy = remedy
    }
}

extension PlanError: CustomStringConvertible {
    /// `plan.yaml:7: item 3, reps: "ten" is no number or range. Write 12 or 10-12.`
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let subject = [item.map { "item \($0)" }, key].compactMap(\.self).joined(separator: ", ")
        let sentence = subject.isEmpty ? "\(place): \(message)." : "\(place): \(subject): \(message)."
        return remedy.map { "\(sentence) \($0)" } ?? sentence
    }
}
