import Foundation
import Logging
import Server
import ServiceLifecycle

/// Looks for mails that are due, for as long as the server runs.
struct MailDispatchService: Service {
    let dispatcher: MailDispatcher
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await dispatcher.sendDue(at: Date())
                } catch {
                    // The database may be back in the next round.
                    logger.error("mails that are due could not be looked for", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: .seconds(20)) } catch { return }
            }
        }
    }
}
