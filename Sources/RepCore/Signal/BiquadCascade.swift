/// Streaming second-order sections on a scalar or a vector channel (transposed direct form II, as `scipy.signal.sosfilt`).
///
/// `step` takes a few ns per section and allocates nothing. The value is the whole state: a copy, or one decoded from
/// storage, goes on exactly where the original stood.
public struct BiquadCascade<Value: SignalValue>: Sendable, Equatable, Codable {
    /// Coefficients, in order of application.
    public let sections: [Biquad]
    @usableFromInline var delays: [Delay]

    @usableFromInline
    struct Delay: Sendable, Equatable, Codable {
        @usableFromInline var first: Value
        @usableFromInline var second: Value

        @inlinable
        init(first: Value, second: Value) {
            self.first = first
            self.second = second
        }
    }

    /// A filter at rest: it has seen zeros for ever.
    @inlinable
    public init(_ sections: [Biquad]) {
        self.sections = sections
        delays = sections.map { _ in Delay(first: .zero, second: .zero) }
    }

    /// Filters one sample.
    @inlinable
    public mutating func step(_ input: Value) -> Value {
        var value = input
        for index in sections.indices {
            let section = sections[index]
            let output = value * section.b0 + delays[index].first
            delays[index].first = value * section.b1 - output * section.a1 + delays[index].second
            delays[index].second = value * section.b2 - output * section.a2
            value = output
        }
        return value
    }

    /// Puts the filter where it would be had it seen `value` for ever, so that a stream starts without a transient
    /// (`scipy.signal.sosfilt_zi`).
    @inlinable
    public mutating func settle(at value: Value) {
        var level = value
        for index in sections.indices {
            let section = sections[index]
            let gain = (section.b0 + section.b1 + section.b2) / (1 + section.a1 + section.a2)
            let output = level * gain
            let second = level * section.b2 - output * section.a2
            delays[index] = Delay(first: level * section.b1 - output * section.a1 + second, second: second)
            level = output
        }
    }
}

/// How a signal is continued beyond its ends before it is filtered forwards and backwards.
public enum SignalExtension: Sendable {
    /// Mirrored through the end point: keeps level and slope (`padtype='odd'`).
    case odd
    /// The end value for ever: keeps the level, and a drift at the end is not carried on (`padtype='constant'`).
    case constant
}

extension BiquadCascade {
    /// Filters a whole signal forwards and backwards: no delay, twice the attenuation.
    ///
    /// Equals `scipy.signal.sosfiltfilt` (settled start; `padding` is SciPy's default length unless given, which is too
    /// short for cut-offs far below the rate). SciPy refuses signals no longer than the padding; here the padding
    /// shrinks to what the signal has.
    /// - Parameters:
    ///   - padding: samples added at either end.
    ///   - pivot: samples at either end whose mean is the point to mirror through; more than SciPy's one keeps a last
    ///     sample that stands out from being carried on as a trend.
    public static func filtfilt(
        _ sections: [Biquad], _ signal: [Value], padding: Int? = nil, extending: SignalExtension = .odd,
        pivot: Int = 1
    ) -> [Value] {
        filtfilt(sections, signal[...], padding: padding, extending: extending, pivot: pivot)
    }

    /// The same for a part of a signal, as if it were all there is.
    static func filtfilt(
        _ sections: [Biquad], _ signal: ArraySlice<Value>, padding: Int? = nil, extending: SignalExtension = .odd,
        pivot: Int = 1
    ) -> [Value] {
        guard !sections.isEmpty else { return Array(signal) }
        return [Value](unsafeUninitializedCapacity: signal.count) { target, count in
            signal.withUnsafeBufferPointer {
                filtfilt(sections, $0, into: target, padding: padding, extending: extending, pivot: pivot)
            }
            count = signal.count
        }
    }

    /// The same where the signal itself is no longer needed: long signals cost as much in new memory as in arithmetic.
    static func filtfilt(
        _ sections: [Biquad], inPlace signal: inout [Value], padding: Int? = nil, extending: SignalExtension = .odd,
        pivot: Int = 1
    ) {
        guard !sections.isEmpty else { return }
        signal.withUnsafeMutableBufferPointer {
            filtfilt(sections, UnsafeBufferPointer($0), into: $0, padding: padding, extending: extending, pivot: pivot)
        }
    }

    /// - Parameter target: memory of the signal's length, which may be the signal's own.
    private static func filtfilt(
        _ sections: [Biquad], _ signal: UnsafeBufferPointer<Value>, into target: UnsafeMutableBufferPointer<Value>, padding: Int?,
        extending: SignalExtension, pivot: Int
    ) {
        guard !signal.isEmpty else { return }
        let pivotCount = max(1, min(pivot, signal.count))
        let first = signal.prefix(pivotCount).reduce(.zero) { $0 + $1 } * (1 / Double(pivotCount))
        let last = signal.suffix(pivotCount).reduce(.zero) { $0 + $1 } * (1 / Double(pivotCount))
        let taps = 2 * sections.count + 1
            - min(sections.count { $0.b2 == 0 }, sections.count { $0.a2 == 0 })
        let padding = min(padding ?? 3 * taps, signal.count - 1)
        var head = signal.dropFirst().prefix(padding).reversed().map { extending == .odd ? first + first - $0 : first }
        var tail = signal.dropLast().suffix(padding).reversed().map { extending == .odd ? last + last - $0 : last }

        var settled = head.first ?? signal[0]
        for (index, section) in sections.enumerated() {
            var filter = DirectForm(section, settledAt: settled)
            settled = filter.lastOutput
            filter.run(over: &head)
            filter.run(over: index == 0 ? signal : UnsafeBufferPointer(target), into: target)
            filter.run(over: &tail)
        }
        // Backwards nothing of the head is wanted.
        settled = tail.last ?? target[signal.count - 1]
        for section in sections {
            var filter = DirectForm(section, settledAt: settled)
            settled = filter.lastOutput
            filter.run(over: &tail, backwards: true)
            filter.run(over: UnsafeBufferPointer(target), into: target, backwards: true)
        }
    }
}

/// One section for whole signals, in direct form I: an output waits for two operations on the one before it, in the
/// transposed form of the stream for four.
private struct DirectForm<Value: SignalValue> {
    private let section: Biquad
    private var inputs: (last: Value, before: Value)
    private var outputs: (last: Value, before: Value)

    /// A filter that has seen `level` for ever.
    init(_ section: Biquad, settledAt level: Value) {
        self.section = section
        let gain = (section.b0 + section.b1 + section.b2) / (1 + section.a1 + section.a2)
        inputs = (level, level)
        outputs = (level * gain, level * gain)
    }

    var lastOutput: Value { outputs.last }

    mutating func run(over values: inout [Value], backwards: Bool = false) {
        values.withUnsafeMutableBufferPointer { run(over: UnsafeBufferPointer($0), into: $0, backwards: backwards) }
    }

    /// Filters values into memory of the same length, which may be their own.
    mutating func run(
        over values: UnsafeBufferPointer<Value>, into target: UnsafeMutableBufferPointer<Value>, backwards: Bool = false
    ) {
        guard let source = values.baseAddress, let target = target.baseAddress else { return }
        var (inputs, outputs) = (inputs, outputs)
        var index = backwards ? values.count - 1 : 0
        let step = backwards ? -1 : 1
        for _ in 0..<values.count {
            let input = source[index]
            let known = input * section.b0 + inputs.last * section.b1
                + (inputs.before * section.b2 - outputs.before * section.a2)
            let output = known - outputs.last * section.a1
            inputs = (input, inputs.last)
            outputs = (output, outputs.last)
            // Numbers and vectors of numbers: nothing is lost where something was before.
            (target + index).initialize(to: output)
            index &+= step
        }
        (self.inputs, self.outputs) = (inputs, outputs)
    }
}
