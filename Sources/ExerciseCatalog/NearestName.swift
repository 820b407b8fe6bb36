/// "Did you mean": the known name closest to a mistyped one.
///
/// Distance is optimal string alignment (Damerau 1964): insertions, deletions, substitutions and swaps of neighbouring
/// letters cost one each.
public enum NearestName {
    /// Nearest of `known`, ignoring case, spaces and underscores; `nil` when a third or more of the word is wrong.
    ///
    /// A name that is a whole word of a longer known one ("hamstring") or the reverse ("squats") also counts as near.
    /// Ties go to the earlier name.
    public static func suggestion(for typed: String, among known: [String]) -> String? {
        let word = normalised(typed)
        guard !word.isEmpty, word.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for name in known {
            let candidate = normalised(name)
            let distance = distance(word, candidate)
            let allowed = max(1, max(word.count, candidate.count) / 3)
            if distance <= allowed, distance < best?.distance ?? .max {
                best = (name, distance)
            }
        }
        return best?.name ?? known.first { $0.split(separator: "-").map(Array.init).contains(word) }
    }

    private static func normalised(_ name: String) -> [Character] {
        name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 }
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
                var cost = min(previous[j + 1] + 1, current[j] + 1, substitution)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
