/// JSON Schemas (draft 2020-12) of everything the command reads and writes as JSON, compiled in.
public enum JSONSchema: String, Sendable, CaseIterable {
    case session, inspection, week, failure, benchmark, plan, dataset
    case liveEvent = "live-event"

    /// The schema itself, as JSON ending in a newline.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .session: PackageResources.session_schema_json
        case .inspection: PackageResources.inspection_schema_json
        case .week: PackageResources.week_schema_json
        case .failure: PackageResources.failure_schema_json
        case .benchmark: PackageResources.benchmark_schema_json
        case .plan: PackageResources.plan_schema_json
        case .dataset: PackageResources.dataset_schema_json
        case .liveEvent: PackageResources.live_event_schema_json
        }
    }
}
