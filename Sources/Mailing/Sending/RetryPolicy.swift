/// How often a mail is tried again, and after how long.
public struct RetryPolicy: Hashable, Sendable {
    public var attempts: Int
    /// Before the second attempt; each further one waits twice as long.
    public var firstPause: Duration

    public init(attempts: Int = 4, firstPause: Duration = .seconds(2)) {
        self.attempts = attempts
        self.firstPause = firstPause
    }

    /// Delivers the mail, waiting longer after each failure that may pass.
    ///
    /// - Parameter pause: waits; what a test replaces.
    /// - Throws: the last `DeliveryError`; `CancellationError` when the task was cancelled and the server did not take the mail.
    public func deliver(
        _ message: Message, to server: MailServer, pause: (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws {
        var wait = firstPause
        let connections = MailConnections(to: server)
        for attempt in 1... {
            do {
                return try await connections.deliver(message)
            } catch let error as DeliveryError {
                guard error.isTemporary, attempt < attempts else { throw error }
                try await pause(wait)
                wait *= 2
            }
        }
    }
}
