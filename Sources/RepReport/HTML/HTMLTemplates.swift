import Mustache

/// The templates, compiled into the program so that it stays one file. Every value put into them is escaped by the
/// template library; none is marked as safe (`{{{`).
enum HTMLTemplates {
    private static let texts: [String: [UInt8]] = [
        "page": PackageResources.page_mustache,
        "style": PackageResources.style_css,
        "marks": PackageResources.marks_svg,
        "session": PackageResources.session_mustache,
        "plan": PackageResources.plan_mustache,
        "verdict": PackageResources.verdict_mustache,
        "timeline": PackageResources.timeline_mustache,
        "exercise": PackageResources.exercise_mustache,
        "chart": PackageResources.chart_mustache,
        "holds": PackageResources.holds_mustache,
        "stretch": PackageResources.stretch_mustache,
        "detail": PackageResources.detail_mustache,
        "glossary": PackageResources.glossary_mustache,
        "week": PackageResources.week_mustache,
        "weeksessions": PackageResources.weeksessions_mustache,
        "daychart": PackageResources.daychart_mustache,
    ]

    private static let library = Result {
        MustacheLibrary(
            templates: try texts.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    }

    /// - Throws: what the library throws for a template that cannot be parsed.
    static func render(_ name: String, _ view: Any) throws -> String {
        try library.get().render(view, withTemplate: name) ?? ""
    }
}
