/// Works on many inputs at a time and hands the results on in the order of the inputs.
///
/// Memory does not grow with the number of inputs: nothing is begun that lies further than `lookahead` before what was
/// handed on, so that one slow input cannot pile up the results of the others.
///
/// - Parameters:
///   - jobs: inputs worked on at the same time, 1 or more.
///   - finished: takes each result when it is there, in whichever order.
///   - emit: takes each result in order.
/// - Throws: the first error of `work`, `finished` or `emit`; nothing new is begun then.
func inOrder<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) throws -> Output, finished: (Output) throws -> Void,
    emit: (Output) throws -> Void
) async throws {
    let jobs = max(1, jobs)
    let lookahead = 8 * jobs
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var begun = 0
        var running = 0
        var emitted = 0
        var waiting: [Int: Output] = [:]
        func begin() {
            while begun < inputs.count, running < jobs, begun - emitted < lookahead {
                let index = begun
                group.addTask { (index, try work(inputs[index])) }
                begun += 1
                running += 1
            }
        }
        begin()
        while let (index, output) = try await group.next() {
            running -= 1
            try finished(output)
            waiting[index] = output
            while let next = waiting.removeValue(forKey: emitted) {
                emitted += 1
                try emit(next)
            }
            begin()
        }
    }
}
