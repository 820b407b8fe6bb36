import SessionBatch
import Testing

@Suite struct ShardTests {
    private let names = (0..<3000).map { "week/\($0 / 7)/2025-06-\($0 % 28 + 1)-\($0).csv" }

    @Test(arguments: [1, 2, 3, 7, 64])
    func everyNameIsInExactlyOneShard(count: Int) throws {
        let shards = try (1...count).map { try #require(Shard(index: $0, count: count)) }
        for name in names { #expect(shards.count { $0.contains(name) } == 1) }
    }

    @Test(arguments: [2, 3, 7])
    func shardsAreAboutEqual(count: Int) throws {
        let even = Double(names.count) / Double(count)
        for index in 1...count {
            let shard = try #require(Shard(index: index, count: count))
            #expect(abs(Double(names.count { shard.contains($0) }) / even - 1) < 0.15)
        }
    }

    /// The assignment is part of what other machines rely on: these must never change.
    @Test func assignmentIsStable() throws {
        let shard = try #require(Shard(index: 1, count: 4))
        #expect(names.prefix(16).map(shard.contains).map { $0 ? "1" : "0" }.joined() == "1001000001000001")
    }

    @Test(arguments: [(0, 3), (4, 3), (1, 0), (-1, 2)])
    func thereIsNoShardOutsideItsCount(index: Int, count: Int) {
        #expect(Shard(index: index, count: count) == nil)
    }
}
