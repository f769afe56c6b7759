import Dispatch
import Foundation
import Synchronization

/// Connections to a mail server that are kept open from one mail to the next; as many as there are mails on their way at once.
///
///     let connections = MailConnections(to: server)
///     try await connections.deliver(message)
///     connections.close()
public final class MailConnections: Sendable {
    private let server: MailServer
    private let idle = Mutex<[MailConnection]>([])

    public init(to server: MailServer) { self.server = server }

    deinit { close() }

    /// Hands a mail to the server, on a thread of its own, and returns when the server has taken it.
    ///
    /// A task that is cancelled gives it up within about a second.
    ///
    /// - Parameter claim: Waited for when the server has all but the last bytes of the mail, which are sent unless it throws.
    /// - Throws: `DeliveryError`; what `claim` throws; `CancellationError` when the task was cancelled. After all but
    ///   `DeliveryError.unanswered` it is certain that the server did not take the mail.
    public func deliver(_ message: Message, claim: @escaping @Sendable () async throws -> Void = {}) async throws {
        let isGivenUp = Flag()
        do {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                    // Not one of the few threads that tasks run on: a server that says nothing holds it for a minute.
                    let thread = Thread { [self] in
                        continuation.resume(with: Result { try send(message, unless: isGivenUp) { try waitOnThread(for: claim) } })
                    }
                    thread.start()
                }
            } onCancel: {
                isGivenUp.raise()
            }
        } catch DeliveryError.unreachable where isGivenUp.isRaised {
            throw CancellationError()
        }
    }

    private func send(_ message: Message, unless isGivenUp: Flag, beforeEnd: @escaping () throws -> Void) throws {
        let connection = try idle.withLock { $0.popLast() } ?? MailConnection(to: server)
        // Even after a failure: the next mail connects anew then.
        defer { idle.withLock { $0.append(connection) } }
        try connection.send(message, unless: isGivenUp, beforeEnd: beforeEnd)
    }

    /// Takes leave of the server, which nobody waits for; the next mail connects anew.
    public func close() {
        let connections = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for connection in connections { Thread { connection.close() }.start() }
    }
}

extension MailServer {
    /// Hands a mail to the server and returns when the server has taken it. The thread waits; give it one that may.
    ///
    /// - Throws: `DeliveryError`. After all but `unanswered` it is certain that the server did not take the mail.
    public func deliver(_ message: Message) throws { try MailConnection(to: self).send(message, unless: Flag()) {} }

    /// Connects as for a mail, with the user and the password if there are any, and sends none. The thread waits.
    public func greet() throws(DeliveryError) { try MailConnection(to: self).greet() }
}

/// Waits on this thread, which no task runs on.
private func waitOnThread(for work: @escaping @Sendable () async throws -> Void) throws {
    let (end, outcome) = (DispatchSemaphore(value: 0), Outcome())
    Task {
        do { try await work() } catch { outcome.error.withLock { $0 = error } }
        end.signal()
    }
    end.wait()
    if let error = outcome.error.withLock({ $0 }) { throw error }
}

private final class Outcome: Sendable {
    let error = Mutex<(any Error)?>(nil)
}
