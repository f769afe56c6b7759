import Foundation
import Logging
import Mailing
import Server
import ServiceLifecycle

/// Looks for mails that are due, for as long as the server runs.
///
/// When the server is told to stop, the mail in hand may be sent yet; where that takes too long, it is broken off and due again.
struct MailDispatchService: Service {
    let dispatcher: MailDispatcher
    /// Kept open from one mail to the next, and closed when no more are due.
    let connections: MailConnections
    let logger: Logger

    func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                try await dispatcher.sendDue(at: Date())
            } catch is CancellationError {
                return
            } catch {
                // The database may be back in the next round.
                logger.error("mails that are due could not be looked for", metadata: ["error": "\(String(reflecting: error))"])
            }
            connections.close()
            await cancelWhenGracefulShutdown { try? await Task.sleep(for: .seconds(20)) }
        }
    }
}
