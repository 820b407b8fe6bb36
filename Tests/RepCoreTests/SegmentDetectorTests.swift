import Motion
import RepCore
import SyntheticMotion
import Testing

@Suite struct Explore {
  @Test func explore() {
    typealias M = SyntheticSensor.Manner
    func show(_ name: String, _ s: SyntheticSensor) {
      let f = SegmentDetector().detect(s.segment())
      print("==", name, "truth", s.reps.count)
      for (k, sets) in [("all", f.sets), ("tilt", f.tiltSets), ("travel", f.travelSets)].filter { $0.0 == "all" || s.reps.count < 0 } {
        for x in sets {
          print("  ", k, x.kind, x.count, "q", x.quality, "score", x.score, "tilt", x.features.tiltDegrees, "trav", x.features.travelMetres, "hold", x.features.holdSeconds, "exch", x.exchanged.map(\.count), "span", x.startSeconds, x.endSeconds)
          if k != "travel", x.count == s.reps.count {
            var ds = 0.0, dt = 0.0, de = 0.0
            for (r, t) in zip(x.reps, s.reps) { ds = max(ds, abs(r.startSeconds-t.start)); dt = max(dt, abs(r.turnSeconds-t.turn)); de = max(de, abs(r.endSeconds-t.end)) }
            print("      err", ds, dt, de, x.reps.map{ String(Int($0.tiltDegrees*10)) + "/" + String(Int(($0.holdSeconds ?? -1)*100)) }.joined(separator: " "))
            print("      first", x.reps[0].startSeconds - s.reps[0].start, x.reps[0].endSeconds - s.reps[0].end, "last", x.reps.last!.startSeconds - s.reps.last!.start, x.reps.last!.endSeconds - s.reps.last!.end, x.reps.first!.travelMetres)
          }
        }
      }
      if s.reps.isEmpty { print("  holds", f.holds.map { ($0.startSeconds, $0.endSeconds) }) }
    }
    for n in [1, 2, 3, 8] { show("legRaise \(n)", .set(n, .legRaise)) }
    for d in [10.0, 30, 90, 120] { show("deg \(d)", .set(8, M(degrees: d))) }
    for w in [0.5, 0.7, 1.5, 2, 3, 5] { show("way \(w)", .set(6, M(degrees: 60, waySeconds: w))) }
    for h in [0.5, 1, 2, 3, 5, 8] { show("hold \(h)", .set(6, M(degrees: 60, holdSeconds: h))) }
    for p in [0.5, 1, 2, 3, 4, 6, 10] { show("pause \(p)", .set(6, M(degrees: 60, pauseSeconds: p))) }
    for h in [2.0, 4] { show("hold+pause \(h)", .set(6, M(degrees: 60, holdSeconds: h, pauseSeconds: 1))) }
    for n in [1, 2, 3, 10] { show("arm \(n)", .set(n, .stillArmSquat)) }
    for w in [0.6, 1, 1.6, 2] { show("arm way \(w)", .set(8, M(metres: -0.4, waySeconds: w))) }
    show("arm up", .set(8, M(metres: 0.4, waySeconds: 1.2)))
    show("squat", .set(8, M(degrees: 80, metres: -0.4, waySeconds: 1.2)))
    var s = SyntheticSensor.set(10, .stillArmSquat); s.hasGyroscope = false
    show("arm no gyro", s)
    s = SyntheticSensor.set(10, .legRaise); s.hasGyroscope = false
    show("leg no gyro", s)
    s = SyntheticSensor(); s.rest(60); show("idle", s)
    s = SyntheticSensor(); s.rest(60); s.noise = 0.2; show("idle noisy", s)
    s = SyntheticSensor(); s.rest(5); s.repeating(6, .legRaise); s.rest(30); s.repeating(8, .legRaise); s.rest(5); show("two sets", s)
    s = SyntheticSensor(); s.rest(5); s.repeating(6, .stillArmSquat); s.rest(30); s.repeating(8, .stillArmSquat); s.rest(5); show("two arm sets", s)
    s = SyntheticSensor(); s.rest(5); s.repeating(5, .legRaise); s.rest(4); s.repeating(5, .legRaise); s.rest(5); show("paused", s)
  }
}
