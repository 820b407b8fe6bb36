import Foundation
import Testing

/// One way in which a file can be no recording, or hardly one.
struct MalformedInput: Sendable, CustomTestStringConvertible {
    var title: String
    /// Odd, but with nothing in it to warn of.
    var isHarmless = false
    var make: @Sendable () -> [UInt8]

    init(_ title: String, _ text: @autoclosure @escaping @Sendable () -> String) {
        self.title = title
        make = { Array(text().utf8) }
    }

    init(harmless title: String, _ text: @autoclosure @escaping @Sendable () -> String) {
        self.init(title, text())
        isHarmless = true
    }

    init(_ title: String, bytes: @autoclosure @escaping @Sendable () -> [UInt8]) {
        self.title = title
        make = bytes
    }

    var testDescription: String { title }
}

/// Everything that a bad day makes of an export. Below the damage lies a sensor that tilts up and down every three seconds, which
/// would be reps if it were believed; where the damage leaves the numbers readable, it lies still instead.
enum MalformedCollection {
    static let all: [MalformedInput] =
        notTables + headers + cells + times + rates + delimiters + quotes + lines + encodings + sizes + values + fabrications

    // MARK: What the files are made of

    private static func tilting(_ time: Double) -> String {
        let angle = 0.5 - 0.5 * cos(2 * .pi * time / 3)
        return "0.1,\(9.81 * sin(angle)),\(9.81 * cos(angle))"
    }

    private static func still(_ time: Double) -> String {
        let noise = sin(time * 1234.5) * 0.01
        return "\(0.1 + noise),\(-noise),\(9.8 + noise)"
    }

    /// A table of 600 rows at 50 Hz, or as told.
    private static func table(
        _ count: Int = 600, rateHz: Double = 50, names: String = "time_s,ax,ay,az", end: String = "\n",
        _ row: (Int, Double) -> String = { "\($1),\(tilting($1))" }
    ) -> String {
        names + end + (0..<count).map { row($0, Double($0) / rateHz) + end }.joined()
    }

    private static func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }

    private static func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    // MARK: Kinds

    private static let notTables: [MalformedInput] = [
        .init("0 bytes", ""),
        .init("one newline", "\n"),
        .init("only newlines", String(repeating: "\n", count: 5000)),
        .init("only spaces", String(repeating: " ", count: 5000)),
        .init("only delimiters", String(repeating: ",,,\n", count: 500)),
        .init("only a byte order mark", "\u{FEFF}"),
        .init("one byte", "x"),
        .init("one zero byte", bytes: [0]),
        .init("zero bytes", bytes: [UInt8](repeating: 0, count: 100_000)),
        .init("text", "Dear diary,\ntoday I did ten squats.\nIt went well, I think.\n"),
        .init("random bytes", bytes: noise(100_000)),
        .init("png header", bytes: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + noise(5000)),
        .init("pdf", bytes: Array("%PDF-1.7\n%\u{E2}\u{E3}\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".utf8) + noise(5000)),
        .init("zip magic and nothing", bytes: [0x50, 0x4B, 3, 4]),
        .init("zip magic and noise", bytes: [0x50, 0x4B, 3, 4] + noise(5000)),
        .init("gzip", bytes: [0x1F, 0x8B, 8, 0] + noise(5000)),
        .init("JSON", #"{"samples": [{"t": 0, "a": [0, 0, 9.81]}, {"t": 0.02, "a": [0, 0, 9.81]}]}"#),
        .init("JSON, one object a line", table(names: "", { #"{"t": \#($1), "a": [\#(tilting($1))]}"# })),
        .init("HTML", "<!DOCTYPE html>\n<html><body><h1>404 Not Found</h1><p>1, 2, 3</p></body></html>\n"),
        .init("XML", "<?xml version=\"1.0\"?>\n<rows>\n" + table(names: "", { "<row t=\"\($1)\" a=\"\(tilting($1))\"/>" }) + "</rows>\n"),
        .init("a program", "import numpy as np\n\nfor i in range(3):\n    print(i, i * 2, i * 3)\n"),
        .init("a shopping list", "item,price\nmilk,1.19\nbread,2.49\napples,3.00\n"),
        .init("other sensors", table(names: "time_s,pulse,steps,altitude") { "\($1),60,\($0 / 50),100" }),
        .init("positions", table(names: "time,latitude,longitude,speed") { "\($1),52.5,13.4,\($0 % 3)" }),
    ]

    private static let headers: [MalformedInput] = [
        .init("header only", "time_s,ax,ay,az\n"),
        .init("header without a newline", "time_s,ax,ay,az"),
        .init("header and one row", "time_s,ax,ay,az\n0,0.1,0.2,9.8\n"),
        .init("header and half a row", "time_s,ax,ay,az\n0,0.1"),
        .init("header twice", "time_s,ax,ay,az\n" + table { "\($1),\(still($1))" }),
        .init("header every ten rows", table { ($0 % 10 == 0 ? "time_s,ax,ay,az\n" : "") + "\($1),\(still($1))" }),
        .init("header at the end", table(names: "") { "\($1),\(still($1))" } + "time_s,ax,ay,az\n"),
        .init("all columns of one name", table(names: "x,x,x,x")),
        .init(harmless: "empty names", table(names: ",,,") { "\($1),\(still($1))" }),
        .init("an axis missing", table(names: "time_s,ax,ay") { "\($1),0.1,\(9.8 - $1)" }),
        .init("time missing", table(names: "ax,ay,az") { tilting($1) }),
        .init(harmless: "two accelerometers", table(names: "time_s,ax,ay,az,ax,ay,az") { "\($1),\(still($1)),\(still($1))" }),
        .init("linear acceleration alone", table(names: "Time (s),Linear Acceleration x (m/s^2),Linear Acceleration y (m/s^2),Linear Acceleration z (m/s^2)")),
        .init("angular rate alone", table(names: "time_s,gx,gy,gz")),
        .init("a preamble deeper than any", String(repeating: "# remark\n", count: 20_000) + table()),
        .init(harmless: "a preamble of numbers", (0..<300).map { "\($0)\n" }.joined() + table { "\($1),\(still($1))" }),
        .init(harmless: "names of 40 KB", table(names: "time_s,ax,ay,az," + String(repeating: "n", count: 40_000)) { "\($1),\(still($1)),1" }),
        .init("100 000 columns", table(3, names: "time_s,ax,ay,az" + String(repeating: ",c", count: 100_000)) { "\($1),\(tilting($1))" + String(repeating: ",1", count: 100_000) }),
        .init("10 000 columns", table(50, names: "time_s,ax,ay,az" + String(repeating: ",c", count: 10_000)) { "\($1),\(still($1))" + String(repeating: ",1", count: 10_000) }),
    ]

    private static let cells: [MalformedInput] = [
        .init("all NaN", table { "\($1),NaN,NaN,NaN" }),
        .init("all null", table { "\($1),null,null,null" }),
        .init("all inf", table { "\($1),inf,-inf,inf" }),
        .init("all empty", table { "\($1),,," }),
        .init("one axis NaN", table { "\($1),0.1,NaN,9.8" }),
        .init("NaN in every second row", table { $0 % 2 == 0 ? "\($1),\(still($1))" : "\($1),NaN,NaN,NaN" }),
        .init("values 1e400", table { "\($1),1e400,1e400,1e400" }),
        .init("values 1e300", table { "\($1),1e300,-1e300,1e300" }),
        .init("values 1e-320", table { "\($1),1e-320,1e-320,1e-320" }),
        .init("hexadecimal", table { "\($1),0x1p3,0x2,0x\($0)" }),
        .init("numbers with units", table { "\($1) s,0.1 m/s2,0.2 m/s2,9.8 m/s2" }),
        .init("grouped thousands", table { "\($1),\"1,234\",\"5,678\",\"9,012\"" }),
        .init("two decimal marks", table { "\($1),0.1.2,0.2.3,9.8.1" }),
        .init("formulas", table { "\($1),=A1+B1,=SUM(A1:A9),#REF!" }),
        .init("text in every cell", table { _, _ in "a,b,c,d" }),
        .init("rows that lack cells", table { $0 % 2 == 0 ? "\($1)" : "\($1),0.1" }),
        .init("rows with twice the cells", table { "\($1),\(tilting($1)),\($1),\(tilting($1))" }),
        .init("rows of growing width", table(200) { "\($1),\(still($1))" + String(repeating: ",7", count: $0) }),
        .init("cells shifted in every second row", table { $0 % 2 == 0 ? "\($1),\(still($1))" : ",\($1),\(still($1))" }),
        .init("digits of Arabic", table { _, _ in "\u{661}\u{662},\u{663},\u{664},\u{665}" }),
    ]

    private static let times: [MalformedInput] = [
        .init("equal times", table { "5.0,\(tilting($1))" }),
        .init("backward times", table { "\(100 - $1),\(tilting($1))" }),
        .init("times up and down", table { "\($0 % 2 == 0 ? $1 : 20 - $1),\(tilting($1))" }),
        .init("shuffled times", table { "\(Double($0 * 7919 % 600) / 50),\(tilting($1))" }),
        .init("times NaN", table { "NaN,\(tilting($1))" }),
        .init("times empty", table { ",\(tilting($1))" }),
        .init("times 1e300", table { "1e300,\(tilting($1))" }),
        .init("times that reach 1e300", table { "\($0 == 0 ? "0" : "1e\($0 / 2)"),\(tilting($1))" }),
        .init("one time of 1e300", table { "\($0 == 300 ? "1e300" : "\($1)"),\(still($1))" }),
        .init("one time of -1e300", table { "\($0 == 300 ? "-1e300" : "\($1)"),\(still($1))" }),
        .init(harmless: "negative times", table { "\($1 - 1000),\(still($1))" }),
        .init("epoch beyond 64 bits", table { "\($0)99999999999999999999,\(tilting($1))" }),
        .init("epoch in nanoseconds at the end of 64 bits", table { "\(Int64.max - 600 + Int64($0)),\(tilting($1))" }),
        .init("times of year 99999", table(names: "timestamp,ax,ay,az") { "99999-01-01T00:00:\(10 + $0 % 50).000,\(tilting($1))" }),
        .init("30th of February", table(names: "timestamp,ax,ay,az") { "2024-02-30T25:61:\(61 + $0 % 30).000,\(tilting($1))" }),
        .init("text as time", table { "yesterday,\(tilting($1))" }),
        .init("a clock that jumps each row", table { "\(Double($0 * $0) * 10),\(tilting($1))" }),
        .init("a gap between any two rows", table { "\($0 * 10),\(tilting($1))" }),
        .init("a gap of a year", table { "\($1 + ($0 > 300 ? 31_557_600 : 0)),\(still($1))" }),
        .init("a clock that begins anew", table { "\(Double($0 % 300) / 50),\(still($1))" }),
        .init("times in words and numbers", table { ($0 % 2 == 0 ? "\($1)" : "2024-01-01T00:00:00.\(100 + $0)") + ",\(still($1))" }),
    ]

    private static let rates: [MalformedInput] = [
        .init("1 MHz", table(rateHz: 1e6)),
        .init("1 GHz", table(rateHz: 1e9)),
        .init("one sample a day", table(rateHz: 1 / 86_400)),
        .init("one sample a year", table(rateHz: 1 / 31_557_600)),
        .init(harmless: "one sample a second", table(rateHz: 1) { "\($1),\(still($1))" }),
        .init("two rows", table(2)),
        .init("ten rows", table(10)),
    ]

    private static let delimiters: [MalformedInput] = [
        .init("delimiters mixed by row", table { row, time in "\(time),\(still(time))".replacingOccurrences(of: ",", with: [",", ";", "\t", "|"][row % 4]) }),
        .init("delimiters mixed in a row", table { "\($1);\(tilting($1))" }),
        .init("a delimiter nobody knows", table { "\($1),\(tilting($1))".replacingOccurrences(of: ",", with: "~") }),
        .init("decimal commas between commas", table { "\($1),\(tilting($1))".replacingOccurrences(of: ".", with: ",") }),
        .init(harmless: "names and rows with other delimiters", table(names: "time_s;ax;ay;az") { "\($1),\(still($1))" }),
        .init("columns of fixed width", table(names: "time_s      ax        ay        az") { "\($1)  \(tilting($1))".replacingOccurrences(of: ",", with: "   ") }),
        .init(harmless: "sep= of a lie", "sep=;\n" + table { "\($1),\(still($1))" }),
    ]

    private static let quotes: [MalformedInput] = [
        .init(harmless: "a lone quote at the start", "\"" + table { "\($1),\(still($1))" }),
        .init("a lone quote in the middle", table { ($0 == 300 ? "\"" : "") + "\($1),\(tilting($1))" }),
        .init("a lone quote at the end", table() + "\""),
        .init("a lone quote in every row", table { "\($1),\"\(tilting($1))" }),
        .init("10 MB behind a quote", table() + "\"" + String(repeating: "20.1,1,2,3\n", count: 900_000)),
        .init("a quote inside a number", table { "\($1),0\".1\",0.2,9.8" }),
        .init("only quotes", String(repeating: "\"", count: 10_001)),
        .init("rows in quotes", table { "\"\($1),\(tilting($1))\"" }),
        .init("newlines in quotes", table { "\($1),\"0.1\n\",\"\n0.2\",\"9.8\n\"" }),
    ]

    private static let lines: [MalformedInput] = [
        .init("mixed line ends", table(end: "") { "\($1),\(still($1))" + ["\n", "\r\n", "\r"][$0 % 3] }),
        .init("everything in one line", table(end: " ")),
        .init("a line of 1 MB", table() + String(repeating: "1,", count: 1 << 19) + "\n" + table(10)),
        .init("blank lines between rows", table(end: "\n\n\n") { "\($1),\(still($1))" } + "x,y\n"),
        .init("no newline at the end of half a number", table { "\($1),\(still($1))" } + "12.0,0.1,0."),
        .init("vertical tabs as line ends", table(end: "\u{B}")),
    ]

    private static let encodings: [MalformedInput] = [
        .init("UTF-16 cut in the middle of a unit", bytes: utf16("time_s,ax,ay,az\n") + [0x30]),
        .init("UTF-16, mark only", bytes: [0xFF, 0xFE]),
        .init("UTF-16 of text", bytes: utf16("Dear diary, today I did ten squats.\n")),
        .init("UTF-16, big end first, header only", bytes: utf16("time_s,ax,ay,az\n", bigEndian: true)),
        .init("UTF-16 with lone surrogates", bytes: [0xFF, 0xFE] + [UInt8](repeating: 0xD8, count: 4000)),
        .init("UTF-32", bytes: [0xFF, 0xFE, 0, 0] + table(50).unicodeScalars.flatMap { [UInt8($0.value & 255), 0, 0, 0] }),
        .init("UTF-8 cut in names", bytes: Array("time_s,ax,ay,az,\u{20AC}".utf8.dropLast()) + Array("\n".utf8)),
        .init("bytes that are no UTF-8 in every row", bytes: Array(table { "\($1),~,0.2,9.8" }.utf8).map { $0 == UInt8(ascii: "~") ? 0xFF : $0 }),
        .init("zero bytes between the numbers", bytes: Array(table { "\($1),0~.1,0.2,9.8" }.utf8).map { $0 == UInt8(ascii: "~") ? 0 : $0 }),
        .init("EBCDIC digits", bytes: Array(table().utf8).map { $0 &+ 0xC0 }),
        .init("two byte order marks", "\u{FEFF}\u{FEFF}" + table { "\($1),\(still($1))" } + "?,?\n"),
    ]

    private static let sizes: [MalformedInput] = [
        .init("a number of 1 MB", table() + "12.0,0.1,0.2," + String(repeating: "9", count: 1 << 20) + "\n"),
        .init("a number of 60 KB", table { "\($1),\(still($1))" } + "12.0,0.1,0.2," + String(repeating: "9", count: 60_000) + "\n"),
        .init("a first row of 1 MB", "time_s,ax,ay,az\n0,0.1,0.2," + String(repeating: "9", count: 1 << 20) + "\n"),
        .init("2 MB of rows without numbers", String(repeating: "a,b,c,d\n", count: 250_000)),
        .init("2 MB of rows without sense", table(100) { "\($1),\(still($1))" } + String(repeating: "a,b,c,d\n", count: 250_000)),
    ]

    private static let values: [MalformedInput] = [
        .init("all zero", table { "\($1),0,0,0" }),
        .init("always the same", table { "\($1),1,2,3" }),
        .init("raw counts", table(names: "time_s,acc_x,acc_y,acc_z") { "\($1),12,-7,\(250 + $0 % 2)" }),
        .init("300 g in every second row", table { $0 % 2 == 0 ? "\($1),\(still($1))" : "\($1),3000,0,0" }),
        .init("-0 everywhere", table { "\($1),-0,-0.0,-0e0" }),
    ]

    private static let fabrications: [MalformedInput] = [
        .init("two recordings in one file", table { "\($1),\(still($1))" } + table { "\($1),\(still($1))" }),
        .init("the middle missing within a row", { let text = table { "\($1),\(still($1))" }; return String(text.prefix(7000)) + String(text.suffix(7000)) }()),
        .init("each line doubled", table { "\($1),\(still($1))\n\($1),\(still($1))" }),
        .init("lines numbered by an editor", table { "\($0 + 1): \($1),\(tilting($1))" }),
        .init("a mail around it", "From: me\nSubject: my squats\n\n" + table { "> \($1),\(tilting($1))" }),
        .init("epoch counts", "---- Data File Created By ActiGraph ----\nEpoch Period (hh:mm:ss) 00:00:15\n" + String(repeating: "0,4,7\n", count: 50)),
    ]
}
