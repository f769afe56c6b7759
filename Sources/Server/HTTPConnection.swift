import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection as Hummingbird's `HTTP1Channel` makes it, with answers given before a request reaches its tasks.
///
/// The framework adds handlers only before the one that knows whether a connection is in use, which has to see every request.
struct HTTPConnection: ServerChildChannel, HTTPChannelHandler {
    struct Value: ServerChildChannelValue {
        let requests: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
        let departure: ClientDeparture

        var channel: any Channel { requests.channel }
    }

    let responder: Responder
    let configuration: CartographServer.Configuration
    let kept: KeptAnswers
    let gate: Gate
    let date: HTTPDate

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            // None of these limits is set by default.
            var limits = NIOHTTPDecoderLimitConfiguration()
            // The address counts as a field here. A longer one than a chart's is read so that the answer can say so.
            limits.maxHeaderFieldSize = max(configuration.headerLimit, configuration.chartAddressLimit + (8 << 10))
            limits.maxHeaderListSize = limits.maxHeaderFieldSize + configuration.headerLimit
            limits.maxHeaderFieldCount = configuration.headerFieldLimit
            try pipeline.addHandler(StalledReaderHandler(interval: configuration.stallTimeout, rate: configuration.leastRate))
            try pipeline.configureHTTPServerPipeline(
                // Requests wait for one another in the asynchronous channel, and their errors are answered by its reader.
                withPipeliningAssistance: false, withErrorHandling: false,
                // `HTTPFields` holds nothing that a header could not.
                withOutboundHeaderValidation: false, withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits
            )
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            try pipeline.addHandler(SlowSenderHandler(interval: configuration.slowSenderInterval, rate: configuration.leastRate))
            let departure = ClientDeparture()
            try pipeline.addHandlers(departure, UnmadeBodyHandler())
            try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: configuration.idleTimeout, logger: logger))
            try pipeline.addHandler(KeptAnswerHandler(answers: kept, gate: gate, date: date, logger: logger))
            let requests = try NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)
            )
            return Value(requests: requests, departure: departure)
        }
    }

    func handle(value: Value, logger: Logger) async {
        await ClientDeparture.$current.withValue(value.departure) { await handleHTTP(asyncChannel: value.requests, logger: logger) }
    }
}
