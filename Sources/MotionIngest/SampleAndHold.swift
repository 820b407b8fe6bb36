/// Rows between a sensor's readings: some apps write a row whenever any of their sensors has news, and repeat the last reading of the
/// others. Then the rows' rhythm is not the accelerometer's, and each of its readings stands in several rows.
enum SampleAndHold {
    /// Share of rows that must repeat.
    private static let leastShare = 0.5
    /// Most rows one reading may stand in. A sensor at rest repeats itself too, when its steps are coarse, but for longer.
    private static let longestRun = 25
    /// Share of changes that must touch all three axes: coarse steps change one axis now and another then.
    private static let leastFullChange = 0.8

    /// The rows with a new reading, or `nil` where every row has its own.
    /// - Parameter rows: complete rows of `table`, in order.
    static func readings(_ rows: [Int], _ table: NumericRows, _ columns: [Int]) -> [Int]? {
        guard let first = rows.first, rows.count >= 20 else { return nil }
        var fresh = [first]
        var last = table.vector(first, columns)
        var fullChanges = 0
        var run = 1
        var longest = 1
        for row in rows.dropFirst() {
            let vector = table.vector(row, columns)
            if vector == last {
                run += 1
                longest = max(longest, run)
            } else {
                if vector.x != last.x, vector.y != last.y, vector.z != last.z { fullChanges += 1 }
                fresh.append(row)
                last = vector
                run = 1
            }
        }
        let changes = fresh.count - 1
        let repeats = rows.count - fresh.count
        guard changes >= 5, Double(repeats) >= leastShare * Double(rows.count), longest <= longestRun,
            Double(fullChanges) >= leastFullChange * Double(changes)
        else { return nil }
        return fresh
    }
}
