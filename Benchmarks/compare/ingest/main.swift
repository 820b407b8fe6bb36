import MotionIngest

/// Reads a recording to its end and prints how many samples it holds: ingestion and nothing else.
guard CommandLine.arguments.count == 2 else { fatalError("usage: ingest RECORDING") }
let facts = try RecordingReader(paths: [CommandLine.arguments[1]]).read { _ in }
print(facts.samples)
