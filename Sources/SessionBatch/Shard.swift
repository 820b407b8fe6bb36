/// One of several parts of the work, told by name alone, so that every machine agrees on who does what.
public struct Shard: Sendable, Equatable {
    /// 1...count.
    public let index: Int
    public let count: Int

    /// `nil` unless 1 <= index <= count.
    public init?(index: Int, count: Int) {
        guard count >= 1, (1...count).contains(index) else { return nil }
        self.index = index
        self.count = count
    }

    /// Whether a recording of that name belongs to this part. A recording stays in its part whatever else is there, and
    /// whatever is in it.
    ///
    /// - Parameter name: path below the folder given, so that it does not matter where the folder is.
    public func contains(_ name: String) -> Bool {
        // FNV-1a (Fowler, Noll, Vo), then the finalizer of SplitMix64 so that low bits depend on all of the name.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return (hash ^ (hash >> 31)) % UInt64(count) == UInt64(index - 1)
    }
}
