import NIOCore

/// Closes a connection whose client takes too little of what was written to it, such as one that never reads its responses.
///
/// Only what waits for the client counts: however long the server works on an answer, that is not the client's silence. A client that
/// does not send is the business of `HTTPConnectionStateHandler`. It stands next to the socket, where everything is bytes.
final class StalledReaderHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = IOData

    private let interval: TimeAmount
    /// Bytes that have to leave in an interval in which some are waiting.
    private let leastByteCount: Int
    private var writtenByteCount = 0
    /// How many of them had left when that was looked at last.
    private var sentByteCount = 0
    private var check: Scheduled<Void>?

    /// - Parameters:
    ///   - interval: between two looks.
    ///   - rate: bytes a second that a client has to take, at least.
    init(interval: Duration, rate: Int) {
        self.interval = TimeAmount(interval)
        leastByteCount = max(1, Int(Double(self.interval.nanoseconds) / 1e9 * Double(rate)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        writtenByteCount += unwrapOutboundIn(data).readableBytes
        if check == nil { start(context) }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
    }

    private func start(_ context: ChannelHandlerContext) {
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleTask(in: interval) {
            let (handler, context) = loopBound.value
            handler.look(context)
        }
    }

    private func look(_ context: ChannelHandlerContext) {
        check = nil
        guard let waiting = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes), waiting > 0 else { return }
        let sent = writtenByteCount - waiting
        if sent - sentByteCount < leastByteCount {
            context.close(promise: nil)
        } else {
            sentByteCount = sent
            start(context)
        }
    }
}
