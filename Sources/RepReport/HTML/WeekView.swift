/// A week as its page shows it.
struct WeekView {}
