/// Order statistics of small arrays.
public enum Statistics {
    /// Percentile by linear interpolation between order statistics (`numpy.percentile` with its default method).
    ///
    /// - Parameter percent: 0...100; values outside are cut to that range.
    /// - Returns: `nil` for an empty array.
    public static func percentile(_ values: [Double], _ percent: Double) -> Double? {
        percentiles(values, [percent]).first
    }

    /// Several percentiles; empty for an empty array. Takes time in proportion to the length.
    public static func percentiles(_ values: [Double], _ percents: [Double]) -> [Double] {
        guard !values.isEmpty else { return [] }
        var values = values
        return values.withUnsafeMutableBufferPointer { values in
            percents.map { percent in
                let share = percent.isNaN ? 0 : min(100, max(0, percent)) / 100
                let position = share * Double(values.count - 1)
                let below = Int(position)
                let value = select(below, in: values)
                // Everything after `below` is at least as large, so the next in order is the smallest of it.
                let next = values[(below + 1)...].min() ?? value
                return value + (next - value) * (position - Double(below))
            }
        }
    }

    /// Puts the element that sorting would put at `position` there, nothing larger before it and nothing smaller
    /// after it (C. A. R. Hoare, "Algorithm 65: Find", CACM 4, 1961), and returns it.
    private static func select(_ position: Int, in values: UnsafeMutableBufferPointer<Double>) -> Double {
        var (low, high) = (0, values.count - 1)
        while low < high {
            let pivot = pivot(for: position, in: UnsafeMutableBufferPointer(rebasing: values[low...high]), from: low)
            var (left, right) = (low, high)
            while left <= right {
                while left < high, values[left] < pivot { left += 1 }
                while right > low, values[right] > pivot { right -= 1 }
                guard left <= right else { break }
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
            if position <= right {
                high = right
            } else if position >= left {
                low = left
            } else {
                break
            }
        }
        return values[position]
    }

    /// An element that lies about as far up as the one looked for, so that the first pass leaves little to look through: of nine
    /// spread over the array, so that what is in order already is no bad case, the one of that rank.
    private static func pivot(for position: Int, in values: UnsafeMutableBufferPointer<Double>, from low: Int) -> Double {
        guard values.count >= fewestSampled else { return values[values.count / 2] }
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: sampled) { sample in
            for index in 0..<sampled {
                let value = values[index * (values.count - 1) / (sampled - 1)]
                var place = index
                while place > 0, sample[place - 1] > value {
                    sample.initializeElement(at: place, to: sample[place - 1])
                    place -= 1
                }
                sample.initializeElement(at: place, to: value)
            }
            return sample[(position - low) * sampled / values.count]
        }
    }

    private static let sampled = 9
    /// Fewer are sorted out as fast without.
    private static let fewestSampled = 40

    /// Middle value, or the mean of the two in the middle; `nil` for an empty array.
    public static func median(_ values: [Double]) -> Double? {
        percentile(values, 50)
    }
}
