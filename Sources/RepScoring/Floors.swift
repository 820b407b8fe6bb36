import Foundation

/// Figures a benchmark must not fall behind: schema `repcount.floors/1`.
///
/// `{"schema": "repcount.floors/1", "told": {GROUP: {METRIC: {"minimum": 0.95}}}, "blind": {..}}`. GROUP is a name as in
/// `GroupScore.name`, of a group (`watch-squat-lunge/squat/wrist/clean`) or of a whole dataset; METRIC is a key of
/// `Metric.all` or `failed`, the number of recordings that gave no result.
public struct Floors: Sendable, Equatable, Decodable {
    public static let schema = "repcount.floors/1"
    static let failedKey = "failed"

    /// Limits of one figure, both inclusive.
    public struct Bound: Sendable, Equatable, Decodable {
        public var minimum: Double?
        public var maximum: Double?
    }

    public typealias Limits = [String: [String: Bound]]
    public var schema: String
    public var told: Limits?
    public var blind: Limits?

    /// Reads a floors file.
    ///
    /// - Throws: `DatasetError` with the place of the trouble.
    public static func read(_ path: String) throws(DatasetError) -> Floors {
        let floors: Floors
        do {
            floors = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let error as DecodingError {
            throw DatasetError(path: path, message: DatasetReader.describe(error))
        } catch {
            throw DatasetError(path: path, message: "cannot be read: \(error.localizedDescription)")
        }
        guard floors.schema == schema else {
            throw DatasetError(path: path, message: "schema is \"\(floors.schema)\"; this version reads \"\(schema)\"")
        }
        return floors
    }

    /// What fell below: one sentence each, none when all floors hold.
    ///
    /// Floors of datasets that were not run are left out. A floor that names no group of its dataset or no metric, and
    /// a figure that has no value, count as fallen: a floor that watches nothing would be worse than none.
    public func check(_ result: CounterResult) -> [String] {
        let groups = result.groups(by: .dataset) + result.groups(by: .group)
        let datasets = Set(groups.map(\.dataset))
        let limits = (result.mode == .told ? told : blind) ?? [:]
        return limits.sorted { $0.key < $1.key }.flatMap { name, bounds -> [String] in
            guard let dataset = name.split(separator: "/").first, datasets.contains(String(dataset)) else { return [] }
            guard let group = groups.first(where: { $0.name == name }) else {
                return ["\(name): no such group in dataset \(dataset); correct the floor's name"]
            }
            return bounds.sorted { $0.key < $1.key }.compactMap { check(group, $0, $1) }
        }
    }

    private func check(_ group: GroupScore, _ key: String, _ bound: Bound) -> String? {
        let value: Double?
        if key == Self.failedKey {
            value = Double(group.failed)
        } else if Metric.all.contains(where: { $0.key == key }) {
            value = group[key]
        } else {
            return "\(group.name): no metric is called \(key); correct the floor"
        }
        guard let value else { return "\(group.name): \(key) has no value any more" }
        // Bounds are written with few digits; a figure that prints the same is no fall.
        let tolerance = 1e-6
        if let minimum = bound.minimum, value < minimum - tolerance {
            return "\(group.name): \(key) is \(Self.format(value)), below its floor of \(Self.format(minimum))"
        }
        if let maximum = bound.maximum, value > maximum + tolerance {
            return "\(group.name): \(key) is \(Self.format(value)), above its limit of \(Self.format(maximum))"
        }
        return nil
    }

    private static func format(_ value: Double) -> String {
        String(format: "%.4g", value)
    }
}
