import Foundation

/// Standard input, read as bytes arrive, until it ends or the user interrupts.
struct StandardInput {
    private static let chunk = 64 << 10

    /// Hands out bytes as soon as there are any. An interrupt (SIGINT, SIGTERM) ends the reading as the end of the input
    /// does; a second one ends the process.
    /// - Throws: `InputError` when standard input cannot be read, and whatever `consume` throws.
    func read(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        let interruption = try InterruptionSource()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
        defer { buffer.deallocate() }
        while try isReadable(until: interruption) {
            let count = Foundation.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw InputError(code: errno) }
            if count == 0 { return }
            try consume(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Waits for input; `false` once interrupted.
    private func isReadable(until interruption: InterruptionSource) throws -> Bool {
        var watched = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: interruption.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&watched, nfds_t(watched.count), -1) < 0 {
            guard errno == EINTR else { throw InputError(code: errno) }
        }
        return watched[1].revents == 0
    }
}

/// Standard input that cannot be read.
struct InputError: Error, CustomStringConvertible {
    var code: Int32

    var description: String { "standard input cannot be read: \(String(cString: strerror(code)))." }
}

/// A descriptor that becomes readable when the user interrupts.
private final class InterruptionSource {
    let descriptor: Int32
    private let pipe = Pipe()
    private var sources: [any DispatchSourceSignal] = []

    init() throws {
        descriptor = pipe.fileHandleForReading.fileDescriptor
        let end = pipe.fileHandleForWriting.fileDescriptor
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // The second time nobody wants to wait.
                signal(number, SIG_DFL)
                var byte: UInt8 = 0
                _ = Foundation.write(end, &byte, 1)
            }
            source.resume()
            sources.append(source)
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
