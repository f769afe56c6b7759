import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sends the answers to HEAD requests whose length is not known.
///
/// NIO's encoder does not know of HEAD: where no length is given it announces chunks, which is right (RFC 9112, section 6.1), and then
/// sends the last of them, which is not and which a client would read as the beginning of the next response.
final class UnmadeBodyHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var hasNoBody = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            // Nobody else sets the field: the encoder below does, later.
            hasNoBody = head.headerFields[.transferEncoding] != nil
            context.write(data, promise: promise)
        case .end where hasNoBody: promise?.succeed()
        case .body, .end: context.write(data, promise: promise)
        }
    }
}
