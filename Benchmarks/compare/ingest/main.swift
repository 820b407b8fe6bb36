import MotionIngest

/// Reads a recording to its end and prints how many samples it holds: ingestion and nothing else.
let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first, let reader = CSVReader(rawValue: arguments.dropFirst().first ?? "fast"), arguments.count <= 2 else {
    fatalError("usage: ingest RECORDING [fast | libcsv]")
}
let facts = try RecordingReader(paths: [path], options: IngestOptions(csvReader: reader)).read { _ in }
print(facts.samples)
