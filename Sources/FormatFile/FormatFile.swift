import MotionIngest
import Yams

/// Reads a format of the user's own: YAML with the keys of `FormatDescriptor`, the same that the built-in formats are made of
/// (schema `repcount.format/1`; `FormatDescriptor.yaml` writes it).
///
/// Nothing is guessed: an unknown key or a value that is not allowed is an error with its line and key.
public enum FormatFile {
    public static let schema = "repcount.format/1"
    /// Longest text accepted, in bytes; real descriptions have a few hundred.
    public static let maximumBytes = 64 << 10

    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name as the user gave it, for messages.
    public static func read(text: String, file: String) throws(IngestError) -> FormatDescriptor {
        guard text.utf8.count <= maximumBytes else {
            throw IngestError(
                file: file, message: "\(text.utf8.count) bytes are too many for the description of a format",
                remedy: "It has at most \(maximumBytes) bytes; is this a recording?")
        }
        // A few lines of nested aliases stand for more text than there is memory, and formats have no need of them.
        guard !text.contains(/(?:[:\-\[,{]|^)[ \t]*&[^\s,\[\]{}]/) else {
            throw IngestError(file: file, message: "anchors and aliases (&name, *name) are not read here", remedy: "Write the value out again")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text, .default, .default, .utf8)
        } catch let error as YamlError {
            throw Self.error(error, file: file)
        } catch {
            throw IngestError(file: file, message: "this is not YAML", remedy: outline)
        }
        guard let root else { throw IngestError(file: file, message: "the file is empty", remedy: outline) }
        return try descriptor(FormatNode(root, file: file))
    }

    static let outline = "repcount formats metawear prints one that can be copied and changed"

    private static func error(_ error: YamlError, file: String) -> IngestError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            IngestError(file: file, line: mark.line, message: "this is not YAML: \(problem)", remedy: outline)
        default:
            IngestError(file: file, message: "this is not YAML", remedy: outline)
        }
    }

    private static func descriptor(_ root: FormatNode) throws(IngestError) -> FormatDescriptor {
        let keys = try root.mapping(allowed: [
            "schema", "name", "title", "example", "requires", "preamble", "columns", "starts_with_rate", "time", "start", "rate", "vectors",
            "orientations", "files", "sign", "counter", "device",
        ])
        if let schema = keys["schema"], try schema.string() != FormatFile.schema {
            throw schema.error("this version does not read \"\(try schema.string())\"", "Write \(FormatFile.schema)")
        }
        guard let name = keys["name"] else { throw root.error("the format has no name", "Add for example name: my-logger") }
        let word = try name.string()
        guard !word.isEmpty, word.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }) else {
            throw name.error("a name has small letters, digits and hyphens only", "Write for example my-logger")
        }
        guard let list = keys["vectors"], !list.elements.isEmpty else {
            throw root.error(
                "the format has no vectors, so nothing is measured",
                "Add for example vectors: [{channel: acceleration, columns: [\"acc_{}\"], unit: g}]")
        }
        var format = FormatDescriptor(name: word, title: try keys["title"]?.string() ?? word, example: "")
        format.example = try keys["example"]?.string() ?? ""
        // A name is known by its spelling in the file or folded, so these stay as they are written.
        format.requires = try words(keys["requires"])
        format.preamble = try keys["preamble"]?.string().lowercased()
        format.columns = try words(keys["columns"])
        format.startsWithRate = try keys["starts_with_rate"]?.flag() ?? false
        for node in keys["time"]?.elements ?? [] { format.time.append(try time(node)) }
        if let start = keys["start"] { format.start = try self.start(start) }
        if let rate = keys["rate"] { format.rate = try self.rate(rate) }
        for node in list.elements { format.vectors.append(try vector(node)) }
        for node in keys["orientations"]?.elements ?? [] { format.orientations.append(try orientation(node)) }
        for node in keys["files"]?.elements ?? [] { format.fileNames.append(try fileName(node)) }
        if let sign = keys["sign"] { format.sign = try sign.choice(SignConvention.allCases.map { ($0.rawValue, $0) }) }
        if let counter = keys["counter"] { format.counter = FormatDescriptor.folded(try counter.string()) }
        if let device = keys["device"] { format.device = FormatDescriptor.folded(try device.string()) }
        return format
    }

    private static func words(_ node: FormatNode?) throws(IngestError) -> [String] {
        var words: [String] = []
        for element in node?.elements ?? [] { words.append(try element.string()) }
        return words
    }

    private static func time(_ node: FormatNode) throws(IngestError) -> TimeColumn {
        guard node.isMapping else { return TimeColumn(FormatDescriptor.folded(try node.string())) }
        let keys = try node.mapping(allowed: ["column", "unit", "wraps_at", "elapsed", "unpadded_milliseconds"])
        guard let column = keys["column"] else { throw node.error("the column is not named", "Write for example {column: timestamp, unit: ms}") }
        return TimeColumn(
            FormatDescriptor.folded(try column.string()), try keys["unit"]?.choice(TimeUnit.allCases.map { ($0.rawValue, $0) }),
            wrapsAt: try keys["wraps_at"]?.number("a number above 0") { $0 > 0 }, isElapsed: try keys["elapsed"]?.flag() ?? false,
            hasUnpaddedMilliseconds: try keys["unpadded_milliseconds"]?.flag() ?? false)
    }

    private static func start(_ node: FormatNode) throws(IngestError) -> StartSource {
        let keys = try node.mapping(allowed: ["column", "after", "line", "time_table", "date", "time", "date_format"])
        if let date = keys["date"], let time = keys["time"], let format = keys["date_format"], keys.count == 3 {
            return .dateAndTime(date: try date.string(), time: try time.string(), dateFormat: try format.string())
        }
        guard keys.count == 1 else {
            throw node.error(
                "one source is needed, found \(keys.count) keys",
                "Give column, after, line or time_table alone, or date, time and date_format together")
        }
        if let column = keys["column"] { return .column(FormatDescriptor.folded(try column.string())) }
        if let after = keys["after"] { return .after(try after.string()) }
        if let line = keys["line"] { return .line(try lineNumber(line)) }
        if let table = keys["time_table"], try table.flag() { return .timeTable }
        throw node.error("date, time and date_format belong together", "Give all three")
    }

    private static func rate(_ node: FormatNode) throws(IngestError) -> RateSource {
        let keys = try node.mapping(allowed: ["between", "line"])
        if let line = keys["line"], keys.count == 1 { return .line(try lineNumber(line)) }
        let texts = try words(keys["between"])
        guard texts.count == 2, keys.count == 1 else {
            throw node.error("the rate is between two texts, or in a line", "Write {between: [\" at \", \" Hz\"]} or {line: 2}")
        }
        return .between(texts[0], texts[1])
    }

    private static func lineNumber(_ node: FormatNode) throws(IngestError) -> Int {
        Int(try node.number("a line number from 1 to 1000") { (1...1000).contains($0) && $0 == $0.rounded() })
    }

    private static func vector(_ node: FormatNode) throws(IngestError) -> VectorColumns {
        let keys = try node.mapping(allowed: ["channel", "columns", "unit", "counts"])
        guard let columns = keys["columns"], !columns.elements.isEmpty else {
            throw node.error("the columns are not named", "Write for example columns: [\"acc_{}\"], or columns: [\"forward,left,up\"]")
        }
        var names: [String] = []
        for element in columns.elements {
            let template = try element.string()
            guard template.contains("{}") || template.split(separator: ",").count == 3 else {
                throw element.error(
                    "\"\(template.prefix(40))\" does not name three columns",
                    "Write {} in the place of x, y and z, or three names with commas between")
            }
            names.append(FormatDescriptor.folded(template))
        }
        let channel = try keys["channel"]?.choice(channels)
        return VectorColumns(
            channel, names, try unit(keys["unit"], for: channel),
            counts: try keys["counts"]?.number("a number above 0") { $0 > 0 } ?? 1)
    }

    private static func orientation(_ node: FormatNode) throws(IngestError) -> [String] {
        let names = try node.string().split(separator: ",").map { FormatDescriptor.folded(String($0)) }
        guard (3...4).contains(names.count) else {
            throw node.error(
                "an orientation has four columns (a quaternion) or three (angles in degrees)",
                "Write for example \"qw,qx,qy,qz\" or \"roll,pitch,yaw\"")
        }
        return names
    }

    private static func fileName(_ node: FormatNode) throws(IngestError) -> FileNameRule {
        let keys = try node.mapping(allowed: ["contains", "channel", "unit"])
        guard let contains = keys["contains"], let channelNode = keys["channel"] else {
            throw node.error("contains and channel are both needed", "Write for example {contains: gyr, channel: angular-rate}")
        }
        let channel = try channelNode.choice(channels)
        return FileNameRule(try contains.string().lowercased(), channel, try unit(keys["unit"], for: channel))
    }

    private static let channels = Channel.allCases.map { ($0.word, $0) }

    private static func unit(_ node: FormatNode?, for channel: Channel?) throws(IngestError) -> HeaderUnit? {
        guard let node else { return nil }
        let accelerations = AccelerationUnit.allCases.map { ($0.rawValue, HeaderUnit.acceleration($0)) }
        let rates = AngularRateUnit.allCases.map { ($0.rawValue, HeaderUnit.angularRate($0)) }
        switch channel {
        case .angularRate: return try node.choice(rates)
        case .acceleration, .linearAcceleration, .gravity: return try node.choice(accelerations)
        case nil: return try node.choice(accelerations + rates)
        }
    }
}

extension Channel {
    /// As format files have it.
    var word: String {
        switch self {
        case .acceleration: "acceleration"
        case .linearAcceleration: "linear-acceleration"
        case .gravity: "gravity"
        case .angularRate: "angular-rate"
        }
    }
}
