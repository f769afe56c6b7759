import Access
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

    private let answers: KeptAnswers
    private let gate: Gate
    private let date: HTTPDate
    private let logger: Logger
    /// The request that comes in just now, and its answer, if that is known.
    private var current: (request: HTTPRequest, reply: (head: HTTPResponse, body: ByteBuffer?, kind: AnswerKind), passage: Passage)?
    /// Requests that went the long way and are not answered yet.
    private var pendingCount = 0

    init(answers: KeptAnswers, gate: Gate, date: HTTPDate, logger: Logger) {
        self.answers = answers
        self.gate = gate
        self.date = date
        self.logger = logger
    }

    /// The other end of the connection, looked up once.
    private var peer: IPAddress??

    private func peer(of context: ChannelHandlerContext) -> IPAddress? {
        if let peer { return peer }
        let address = IPAddress(of: context.channel)
        peer = .some(address)
        return address
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            // A client that does not read what it asked for waits where waiting is possible.
            if pendingCount == 0, context.channel.isWritable, let passage = gate.passageAtOnce(for: request, from: peer(of: context)),
                let reply = answers.reply(to: request, passage), let passage = gate.payForKept(passage)
            {
                current = (request, reply, passage)
                return
            }
            pendingCount += 1
        case .body: if current != nil { return }
        case .end:
            if let (request, reply, passage) = current {
                current = nil
                return send(reply, to: request, passage, context)
            }
        }
        context.fireChannelRead(data)
    }

    private func send(
        _ reply: (head: HTTPResponse, body: ByteBuffer?, kind: AnswerKind), to request: HTTPRequest, _ passage: Passage,
        _ context: ChannelHandlerContext
    ) {
        var head = reply.head
        // A name as the framework gives one to those that go the long way.
        let name = RequestName(request, else: "\(RequestID())")
        gate.leave(
            request, with: &head, reply.kind, byteCount: reply.body?.readableBytes ?? 0, since: passage.start, passage.caller, name, logger)
        head.headerFields.append(HTTPField(name: .date, value: date.text))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body = reply.body { context.write(wrapOutboundOut(.body(body)), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { pendingCount -= 1 }
        context.write(data, promise: promise)
    }
}
