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
            // The middle one of three, so that what is in order already is no bad case.
            let (a, b, c) = (values[low], values[(low + high) / 2], values[high])
            let pivot = max(min(a, b), min(max(a, b), c))
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

    /// Middle value, or the mean of the two in the middle; `nil` for an empty array.
    public static func median(_ values: [Double]) -> Double? {
        percentile(values, 50)
    }
}
