import NIOCore
import NIOHTTPTypes
import Synchronization

/// Notices that the client of a connection went away while its request is worked on.
///
/// A client that closes only its own side and still reads cannot be told from one that is gone, and is taken for gone.
final class ClientDeparture: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = HTTPRequestPart

    /// That of the connection whose requests the current task works on.
    @TaskLocal static var current: ClientDeparture?

    private let action = Mutex<(@Sendable () -> Void)?>(nil)

    /// Sets what to do; requests of one connection are answered one after the other, so there is one thing at a time.
    func onDeparture(_ action: (@Sendable () -> Void)?) {
        self.action.withLock { $0 = action }
    }

    func channelInactive(context: ChannelHandlerContext) {
        act()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed = event as? ChannelEvent { act() }
        context.fireUserInboundEventTriggered(event)
    }

    private func act() {
        let action = action.withLock { $0.take() }
        action?()
    }
}
