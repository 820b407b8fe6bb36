import Foundation

/// The README, cut into what people wrote and what commands print.
///
/// A console block begins with one command after `$ `; the rest of it is the command's output. A generated part stands
/// between `<!-- generated: NAME -->` and `<!-- end -->`.
struct Readme: Equatable {
    enum Part: Equatable {
        case prose([Substring])
        case console(command: String, output: String)
        case generated(name: String, text: String)
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let file = root.appending(path: "README.md")

    var parts: [Part] = []

    init(_ markdown: String) {
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var prose: [Substring] = []
        func close(_ part: Part) {
            if !prose.isEmpty { parts.append(.prose(prose)) }
            prose = []
            parts.append(part)
        }
        while let line = lines.popFirst() {
            if line == "```console", let first = lines.first, first.hasPrefix("$ "), let end = lines.firstIndex(of: "```") {
                close(.console(command: String(first.dropFirst(2)), output: Self.text(lines[(lines.startIndex + 1)..<end])))
                lines = lines[(end + 1)...]
            } else if line.hasPrefix(Self.opening), line.hasSuffix(" -->"), let end = lines.firstIndex(of: "<!-- end -->") {
                let name = line.dropFirst(Self.opening.count).dropLast(" -->".count)
                close(.generated(name: String(name), text: Self.text(lines[..<end])))
                lines = lines[(end + 1)...]
            } else {
                prose.append(line)
            }
        }
        if !prose.isEmpty { parts.append(.prose(prose)) }
    }

    /// The README with its parts put together again.
    var markdown: String {
        parts.map { part in
            switch part {
            case .prose(let lines): lines.joined(separator: "\n")
            case .console(let command, let output): "```console\n$ \(command)\n\(output)```"
            case .generated(let name, let text): "\(Self.opening)\(name) -->\n\(text)<!-- end -->"
            }
        }.joined(separator: "\n")
    }

    private static let opening = "<!-- generated: "

    /// Lines, each ended by a newline.
    private static func text(_ lines: ArraySlice<Substring>) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
