import Foundation

/// What signals do to the command. An interrupt removes the file that is not finished and ends with 128 and the signal's
/// number, as shells count; a closed pipe and a file that grows too large are errors of writing and told as such.
enum Interruption {
    /// The file to remove: a C string that a signal handler may read at any moment, so it is never freed.
    nonisolated(unsafe) private static let unfinished: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
        let slot = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
        slot.initialize(to: nil)
        return slot
    }()

    /// To be called first of all.
    static func prepare() {
        // A file opened in the place of a closed standard stream would get the text meant for that stream.
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        removing(nil)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Only what is safe in a handler: unlink and _exit.
            let earlier = signal(number) { number in
                if let path = Interruption.unfinished.pointee { unlink(path) }
                _exit(128 + number)
            }
            // Whoever started us (nohup, a shell's background job) wants it ignored.
            if unsafeBitCast(earlier, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
        // A thread that starts us may have blocked them for itself, as those of a dispatch queue do, and that is inherited.
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&numbers, number) }
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    }

    /// Names the file that an interrupt has to remove from now on; `nil` for none. There is at most one.
    static func removing(_ path: String?) {
        unfinished.pointee = path.flatMap { strdup($0) }
    }
}
