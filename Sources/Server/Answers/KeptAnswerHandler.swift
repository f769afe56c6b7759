import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTPTypes

/// Gives kept answers where requests come in, on the connection's own thread.
///
/// The long way, by a task of another thread, the router and its middleware, takes most of the time that an answer does whose
/// bytes are there. Answers keep the order of their requests: what comes after one that went the long way goes there too.
final class KeptAnswerHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let answers: AnswerMemory
    private let date: HTTPDate
    private let metrics: ServerMetrics
    private let logger: Logger
    /// The request that comes in just now, and its answer, if that is known.
    private var current: (request: HTTPRequest, reply: KeptAnswer.Reply, start: ContinuousClock.Instant)?
    /// Requests that went the long way and are not answered yet.
    private var pendingCount = 0

    init(answers: AnswerMemory, date: HTTPDate, metrics: ServerMetrics, logger: Logger) {
        self.answers = answers
        self.date = date
        self.metrics = metrics
        self.logger = logger
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            // A client that does not read what it asked for waits where waiting is possible.
            if pendingCount == 0, context.channel.isWritable, let reply = answers.reply(to: request) {
                current = (request, reply, .now)
                return
            }
            pendingCount += 1
        case .body: if current != nil { return }
        case .end:
            if let (request, reply, start) = current {
                current = nil
                send(reply, context)
                return note(request, reply, time: .now - start)
            }
        }
        context.fireChannelRead(data)
    }

    private func send(_ reply: KeptAnswer.Reply, _ context: ChannelHandlerContext) {
        var head = reply.head
        head.headerFields.append(HTTPField(name: .date, value: date.text))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body = reply.body { context.write(wrapOutboundOut(.body(body)), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Counts and logs the request as `RequestLogMiddleware` does those that go the long way.
    private func note(_ request: HTTPRequest, _ reply: KeptAnswer.Reply, time: Duration) {
        metrics.note(reply.head.status, reply.kind, time: time)
        guard logger.logLevel <= .info else { return }
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "\(RequestID())"
        logger.note(request, reply.head.status, byteCount: reply.body?.readableBytes ?? 0, time: time)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { pendingCount -= 1 }
        context.write(data, promise: promise)
    }
}
