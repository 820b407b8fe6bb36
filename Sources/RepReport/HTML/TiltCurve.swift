import SessionModel

/// The signal of a session as areas between its lowest and highest value.
struct TiltCurve {
    /// The curve's part of the box: from its top to its bottom.
    static let topY = 6.0
    static let bottomY = 84.0

    let trace: SignalTrace
    /// Lean at the top of the box.
    let topDegrees: Double

    init(_ trace: SignalTrace) {
        self.trace = trace
        let highest = trace.bins.lazy.compactMap { $0?.upperBound }.max() ?? 0
        topDegrees = [15, 30, 60, 90, 120, 150].first { $0 >= highest } ?? 180
    }

    /// One closed path for each stretch without a gap.
    func paths(in span: ClosedRange<Double>, _ layout: StripLayout) -> [String] {
        let width = trace.binSeconds
        guard width > 0, !trace.bins.isEmpty else { return [] }
        func bin(_ seconds: Double) -> Int { Int(max(0, min(Double(trace.bins.count), seconds / width))) }
        let (first, last) = (bin(span.lowerBound), min(trace.bins.count, bin(span.upperBound) + 2))
        guard first < last else { return [] }
        return trace.bins[first..<last].indices.split { trace.bins[$0] == nil }.map { run in
            let upper = run.map { point($0, \.upperBound, in: span, layout) }
            let lower = run.reversed().map { point($0, \.lowerBound, in: span, layout) }
            return "M" + (upper + lower).joined(separator: "L") + "Z"
        }
    }

    private func point(
        _ bin: Int, _ bound: KeyPath<ClosedRange<Double>, Double>, in span: ClosedRange<Double>, _ layout: StripLayout
    ) -> String {
        let centre = (Double(bin) + 0.5) * trace.binSeconds
        let x = max(0, min(1000, layout.thousandths(centre, in: span)))
        let degrees = trace.bins[bin]?[keyPath: bound] ?? 0
        let y = Self.bottomY - (Self.bottomY - Self.topY) * min(1, degrees / topDegrees)
        return "\(TimelineDrawing.number(x)) \(TimelineDrawing.number(y))"
    }
}
