import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client sends too little of a body that the server waits for.
///
/// Only time in which the server reads counts: while it has enough to do with what came, the client may not send. It stands before all that
/// reads requests, so that it sees when they ask for more.
final class SlowSenderHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let interval: TimeAmount
    /// Bytes that have to come in an interval in which the server waits for them.
    private let leastByteCount: Int
    private var receivedByteCount = 0
    /// Since when the server waits; nil while it does not.
    private var waitingSince: NIODeadline?
    private var waitingTime = TimeAmount.zero
    private var check: Scheduled<Void>?

    /// - Parameters:
    ///   - interval: between two looks.
    ///   - rate: bytes a second that a client has to send, at least.
    init(interval: Duration, rate: Int) {
        self.interval = TimeAmount(interval)
        leastByteCount = max(1, Int(Double(self.interval.nanoseconds) / 1e9 * Double(rate)))
    }

    func read(context: ChannelHandlerContext) {
        if waitingSince == nil { waitingSince = .now() }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        noteWaiting()
        switch unwrapInboundIn(data) {
        case .head: begin(context)
        case .body(let bytes): receivedByteCount += bytes.readableBytes
        case .end: stop()
        }
        context.fireChannelRead(data)
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func noteWaiting() {
        if let since = waitingSince { waitingTime = waitingTime + (.now() - since) }
        waitingSince = nil
    }

    private func begin(_ context: ChannelHandlerContext) {
        (receivedByteCount, waitingTime) = (0, .zero)
        check?.cancel()
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleTask(in: interval) {
            let (handler, context) = loopBound.value
            handler.look(context)
        }
    }

    private func stop() {
        check?.cancel()
        check = nil
    }

    private func look(_ context: ChannelHandlerContext) {
        check = nil
        let isWaiting = waitingSince != nil
        noteWaiting()
        if isWaiting { waitingSince = .now() }
        // A little less than all of it: between two reads there is work to do.
        let isOwnFault = waitingTime.nanoseconds >= interval.nanoseconds / 10 * 9
        if isOwnFault, receivedByteCount < leastByteCount {
            context.close(promise: nil)
        } else {
            begin(context)
        }
    }
}
