import Caching
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Rendering
import Storage
import Synchronization

/// Sends text in gzip to whoever accepts it; what has an entity tag is kept compressed for whoever asks next.
///
/// A coded body is a representation of its own (RFC 9110, section 8.8.3.3), so its tag is that of the plain body with `-gzip` in it.
final class CompressionMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    /// The address and the tag: together they promise the bytes.
    private struct Key: Hashable {
        var address: String
        var tag: String
    }

    private let bodies: Mutex<LRUCache<Key, ByteBuffer>>

    /// What a body of this size takes, a few milliseconds, must not hold up other requests.
    private static let longestAtOnce = 256 << 10

    /// - Parameter capacity: Bytes of compressed bodies that are kept.
    init(capacity: Int) { bodies = Mutex(LRUCache(capacity: capacity)) }

    func handle(
        _ sent: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        // Who writes to what was read in gzip means the thing, not its coding.
        let request = sent.replacingTags(in: .ifMatch)
        guard Self.isWelcome(in: request.headers[values: .acceptEncoding]) else {
            var response = try await next(request, context)
            if Self.isText(response.headers[.contentType]) { response.headers.addVariation(by: "Accept-Encoding") }
            return response
        }
        let known = request.headers[values: .ifNoneMatch]
        var response = try await next(request.replacingTags(in: .ifNoneMatch), context)
        let isKnown = response.status == .notModified && known.contains { $0.contains("-gzip\"") }
        guard isKnown || Self.isText(response.headers[.contentType]), response.headers[.contentEncoding] == nil else { return response }
        let tag = response.headers[.eTag]
        response.headers.addVariation(by: "Accept-Encoding")
        if isKnown {
            response.headers[.eTag] = tag.map(Self.coded)
        } else if request.method == .head {
            response.headers[.eTag] = tag.map(Self.coded)
            response.headers[.contentEncoding] = "gzip"
            response.headers[.contentLength] = nil
            // As for every body that nobody made.
            response.headers[.transferEncoding] = "chunked"
            response.body = ResponseBody { try await $0.finish(nil) }
        } else if let body = try await body(of: response, at: request.uri.string, tag: tag) {
            response.headers[.eTag] = tag.map(Self.coded)
            response.headers[.contentEncoding] = "gzip"
            response.headers[.contentLength] = nil
            response.body = ResponseBody(byteBuffer: body)
        }
        return response
    }

    /// Returns the compressed body, nil for one whose length nobody knows: that of a stream.
    private func body(of response: Response, at address: String, tag: String?) async throws -> ByteBuffer? {
        guard let length = response.body.contentLength, length > 0 else { return nil }
        let key = tag.map { Key(address: address, tag: $0) }
        if let key, let kept = bodies.withLock({ $0.value(for: key) }) { return kept }
        let collector = BodyCollector()
        try await response.body.write(collector)
        let bytes = collector.bytes
        let body = ByteBuffer(
            bytes: bytes.count <= Self.longestAtOnce
                ? try bytes.gzipped() : try await NIOThreadPool.singleton.runIfActive { try bytes.gzipped() }
        )
        if let key { bodies.withLock { $0.insert(body, for: key, cost: body.readableBytes + address.utf8.count + 512) } }
        return body
    }

    private static func coded(_ tag: String) -> String { tag.hasSuffix("\"") ? "\(tag.dropLast())-gzip\"" : tag }

    /// Whether bodies of a media type become smaller.
    static func isText(_ contentType: String?) -> Bool {
        guard let type = contentType?.split(separator: ";").first else { return false }
        return type.hasPrefix("text/") && type != "text/event-stream"
            || ["application/json", "image/svg+xml", "application/problem+json", "application/manifest+json"].contains(type)
    }

    /// Whether `Accept-Encoding` has room for gzip (RFC 9110, section 12.5.3).
    static func isWelcome(in values: [String]) -> Bool {
        var quality: [String: Double] = [:]
        for element in values.flatMap({ $0.split(separator: ",") }) {
            let parts = element.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let name = parts.first else { continue }
            quality[name] = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        }
        return (quality["gzip"] ?? quality["x-gzip"] ?? quality["*"] ?? 0) > 0
    }
}

extension Request {
    /// Returns the request with the tags of plain bodies in place of those of coded ones.
    fileprivate func replacingTags(in field: HTTPField.Name) -> Request {
        let values = headers[values: field]
        guard values.contains(where: { $0.contains("-gzip\"") }) else { return self }
        var head = head
        head.headerFields[values: field] = values.map { $0.replacing("-gzip\"", with: "\"") }
        return Request(head: head, body: body)
    }
}

/// Keeps what is written to it.
private final class BodyCollector: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) { bytes += buffer.readableBytesView }
    func finish(_ trailingHeaders: HTTPFields?) {}
}

extension HTTPFields {
    /// Says that the response depends on a field of the request.
    mutating func addVariation(by name: String) {
        let names = (self[.vary] ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") }
        guard !names.contains(where: { $0.lowercased() == name.lowercased() }) else { return }
        self[.vary] = (names.map(String.init) + [name]).joined(separator: ", ")
    }
}
