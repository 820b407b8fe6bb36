import ExerciseCatalog
import Testing

@Suite struct PlanFileTests {
    private func message(_ text: String) throws -> String {
        let error = try #require(throws: PlanError.self) { try PlanFile.read(text: text, file: "my.yaml") }
        return error.description
    }

    @Test func yamlAndJsonSayTheSame() throws {
        let yaml = """
            schema: repcount.plan/1
            name: evening
            items:
              - exercise: lunge
                side: each
                sets: 2
                reps: 10-12
              - exercise: seated-hamstring-stretch
                side: left
                hold: 20-30 s
            schedule: {days: [fri, mon]}
            """
        let json = """
            {"schema": "repcount.plan/1", "name": "evening",
            \t"items": [{"exercise": "lunge", "side": "each", "sets": 2, "reps": "10-12", "hold": null},
            \t\t{"exercise": "seated-hamstring-stretch", "side": "left", "hold": "20-30 s"}],
             "schedule": {"days": ["fri", "mon"]}}
            """
        let plan = try PlanFile.read(text: yaml, file: "a.yaml")
        #expect(plan == (try PlanFile.read(text: json, file: "a.json")))
        #expect(plan.name == "evening")
        #expect(plan.items[0].sets == 2)
        #expect(plan.items[0].reps == 10...12)
        #expect(plan.items[0].sides == [.left, .right])
        #expect(plan.items[1].holdSeconds == 20...30)
        #expect(plan.items[1].sides == [.left])
        #expect(plan.schedule == .days([.mon, .fri]))
    }

    @Test(arguments: [
        ("12", 12...12), ("10-12", 10...12), ("'10 - 12'", 10...12), ("10\u{2013}12", 10...12),
    ])
    func repsAreANumberOrARange(written: String, range: ClosedRange<Int>) throws {
        let plan = try PlanFile.read(text: "items: [{exercise: squat, reps: \(written)}]", file: "p")
        #expect(plan.items[0].reps == range)
    }

    @Test(arguments: [
        ("20-30 s", 20...30), ("20-30", 20.0...30), ("25", 25...25), ("2.5-5s", 2.5...5), ("20 - 30 seconds", 20...30),
    ])
    func holdsAreSeconds(written: String, range: ClosedRange<Double>) throws {
        let text = "items: [{exercise: standing-hamstring-stretch, hold: \(written)}]"
        #expect(try PlanFile.read(text: text, file: "p").items[0].holdSeconds == range)
    }

    @Test func aPlanWithoutANameIsCalledByItsFile() throws {
        #expect(try PlanFile.read(text: "items: [{exercise: squat, reps: 5}]", file: "mine.yaml").name == "mine.yaml")
    }

    @Test func anUnknownExerciseIsToldWithItsPlaceAndTheLikelyName() throws {
        let text = """
            items:
              - {exercise: squat, reps: 10}
              - {exercise: sqaut, reps: 10}
            """
        #expect(
            try message(text).hasPrefix(
                "my.yaml:3: item 2, exercise: \"sqaut\" is not in the catalogue. Did you mean \"squat\"? Known: leg-"))
    }

    /// What is written, and the words its message must contain: place, key, what is allowed.
    static let mistakes: [(text: String, words: [String])] = [
        ("", ["my.yaml", "empty"]),
        ("items:", ["no items"]),
        ("items: []", ["items", "list is empty"]),
        ("just a sentence", ["my.yaml:1", "key: value pairs", "just a sentence"]),
        ("- a\n- b", ["found a list"]),
        ("items: squat", ["items", "expected a list", "squat"]),
        ("items: [squat]", ["my.yaml:1", "item 1", "squat"]),
        ("name: x\nitem: []", ["my.yaml:2", "unknown key \"item\"", "Did you mean \"items\"?"]),
        ("items:\n- exercise: squat\n  rep: 10", ["my.yaml:3", "item 1", "\"rep\"", "Did you mean \"reps\"?"]),
        ("items: [{reps: 10}]", ["item 1", "which exercise"]),
        ("items: [{exercise: squat}]", ["item 1, reps", "needs reps"]),
        ("items: [{exercise: squat, reps: ten}]", ["item 1, reps", "\"ten\"", "10-12"]),
        ("items: [{exercise: squat, reps: 12-10}]", ["reps", "12-10"]),
        ("items: [{exercise: squat, reps: 0}]", ["reps", "out of bounds", "1 to 1000"]),
        ("items: [{exercise: squat, reps: 99999999999999999999}]", ["reps", "whole number"]),
        ("items: [{exercise: squat, reps: 1-2-3}]", ["reps", "1-2-3"]),
        ("items: [{exercise: squat, reps: 10.5}]", ["reps", "10.5"]),
        ("items: [{exercise: squat, reps: [10, 12]}]", ["reps", "found a list"]),
        ("items: [{exercise: squat, reps: 10, sets: 0}]", ["sets", "1 to 100"]),
        ("items: [{exercise: squat, reps: 10, sets: 2-3}]", ["sets", "range is not allowed"]),
        ("items: [{exercise: squat, reps: 10, side: left}]", ["side", "both legs"]),
        ("items: [{exercise: lunge, reps: 10, side: both}]", ["side", "\"both\"", "left, right, each"]),
        ("items: [{exercise: clamshell, side: each, reps: 10, hold: nan}]", ["hold", "\"nan\""]),
        ("items: [{exercise: clamshell, side: each, reps: 10, hold: 0x20}]", ["hold", "0x20"]),
        ("items: [{exercise: seated-hamstring-stretch, hold: 0}]", ["hold", "out of bounds"]),
        ("items: [{exercise: seated-hamstring-stretch}]", ["hold", "20-30 s"]),
        ("items: [{exercise: seated-hamstring-stretch, reps: 3, hold: 20}]", ["reps", "Use sets"]),
        ("schema: repcount.plan/2\nitems: [{exercise: squat, reps: 5}]", ["schema", "repcount.plan/1"]),
        ("items: [{exercise: squat, reps: 5}]\nschedule: {}", ["schedule", "per_week"]),
        ("items: [{exercise: squat, reps: 5}]\nschedule: {per_week: 8}", ["my.yaml:2", "per_week", "1 to 7"]),
        ("items: [{exercise: squat, reps: 5}]\nschedule: {days: [mon, mon]}", ["days", "mon", "twice"]),
        ("items: [{exercise: squat, reps: 5}]\nschedule: {days: [monday]}", ["\"monday\"", "mon, tue"]),
        ("items: [{exercise: squat, reps: 5}]\nschedule: {days: [mon], per_week: 1}", ["exclude each other"]),
        ("items: [{exercise: squat, reps: 5", ["my.yaml:", "neither YAML nor JSON"]),
        ("items:\n\t- x", ["my.yaml:2", "neither YAML nor JSON"]),
        ("items: " + String(repeating: "[", count: 5000), ["my.yaml:1", "nested too deeply"]),
        ("name: a\nname: b\nitems: []", ["my.yaml:1", "name", "twice"]),
        ("items: [{exercise: squat, reps: 5}]\n---\nname: b", ["my.yaml", "another document"]),
        ("items: *nowhere", ["undefined alias"]),
        ("a: &a [x, x]\nb: &b [*a, *a]\n? [*b, *b]\n: c", ["alias *a", "Write the item out"]),
        ("[a, b]: c", ["a key must be a word"]),
        ("name: \u{0}", ["not a text file"]),
        (String(repeating: "[", count: 100_000), ["my.yaml"]),
        (String(repeating: "x", count: PlanFile.maximumBytes + 1), ["too many"]),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsToldWithPlaceAndRemedy(text: String, words: [String]) throws {
        let message = try message(text)
        for word in words { #expect(message.contains(word), "\(message)") }
    }
}
