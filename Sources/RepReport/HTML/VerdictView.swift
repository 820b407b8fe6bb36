import SessionModel

/// A verdict as a mark and a word, never as a colour alone.
struct VerdictView {
    /// Names the symbol and the style.
    let verdictKey: String
    let verdictWord: String

    init(_ verdict: Verdict) {
        verdictKey = verdict.rawValue
        verdictWord = Wording.verdict(verdict)
    }
}
