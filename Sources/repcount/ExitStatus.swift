import ArgumentParser
import ExerciseCatalog
import Foundation
import MotionIngest
import RepReport
import RepScoring
import SessionAnalysis
import SessionHistory

/// Exit statuses by sysexits(3), and which error ends with which.
extension ExitCode {
    static let planNotMet = ExitCode(1)
    /// `EX_DATAERR`
    static let badData = ExitCode(65)
    /// `EX_NOINPUT`
    static let noInput = ExitCode(66)
    /// `EX_SOFTWARE`
    static let internalError = ExitCode(70)
    /// `EX_CANTCREAT`
    static let cannotCreate = ExitCode(73)
    /// `EX_IOERR`
    static let inputOutput = ExitCode(74)

    init(for error: any Error) {
        switch error {
        case let error as IngestError: self = error.kind == .noInput ? .noInput : .badData
        case is PlanError, is DatasetError, is ProfileError: self = .badData
        case is UnknownFormat: self = .noInput
        case is FallenScores: self = .failure
        case is MissingPlan: self = .noInput
        case let error as OutputError: self = error.status
        case let error as HistoryError: self = ExitCode(history: error.kind)
        default: self = .internalError
        }
    }

    private init(history kind: HistoryError.Kind) {
        switch kind {
        case .missing: self = .noInput
        case .badData: self = .badData
        case .cannotOpen: self = .cannotCreate
        case .inputOutput: self = .inputOutput
        }
    }
}

/// Tells the user on standard error what went wrong, and returns the status to exit with.
///
/// An exit status thrown as an error has nothing left to tell.
func report(_ error: any Error) -> ExitCode {
    if let status = error as? ExitCode { return status }
    // Nothing more can be done about a standard error that is closed.
    try? FileHandle.standardError.write(contentsOf: Data("repcount: \(printable("\(error)"))\n".utf8))
    return ExitCode(for: error)
}
