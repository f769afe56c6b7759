import HTTPTypes
import Hummingbird
import NIOCore

extension ServerContext {
    /// Reads the request's body as JSON, within bounds of size and time.
    ///
    /// - Parameter mediaTypes: what `Content-Type` may say.
    func json(of request: Request, as mediaTypes: [String] = ["application/json"]) async throws -> SentJSON {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased().filter { !$0.isWhitespace } ?? ""
        guard mediaTypes.contains(type) else { throw Problem.unsupportedMediaType(type, supported: mediaTypes) }
        if request.headers[.contentEncoding].map({ $0.lowercased() != "identity" }) ?? false {
            throw Problem.unsupportedMediaType("a compressed body", supported: mediaTypes)
        }
        let bytes = try await body(of: request)
        do {
            return try JSONScanner.scan(bytes)
        } catch {
            throw Problem.brokenJSON(error)
        }
    }

    /// Reads the request's body as the fields of a form, as a page sends them without script.
    func form(of request: Request) async throws -> Query {
        let formType = "application/x-www-form-urlencoded"
        let type = HeaderParameters(request.headers[.contentType] ?? "").value.lowercased()
        guard type == formType else { throw Problem.unsupportedMediaType(type, supported: [formType]) }
        return Query(encoded: String(decoding: try await body(of: request), as: UTF8.self))
    }

    func body(of request: Request) async throws -> [UInt8] {
        let limit = bodyLimits.byteCount
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.bodyTooLarge(limit: limit) }
        let buffer: ByteBuffer
        do {
            buffer = try await withDeadline(bodyLimits.time) { try await request.body.collect(upTo: limit) }
        } catch is NIOTooManyBytesError {
            throw Problem.bodyTooLarge(limit: limit)
        } catch is DeadlineExceeded {
            throw Problem.bodyTooSlow(limit: bodyLimits.time)
        } catch {
            // The connection broke: nobody will read an answer.
            throw CancellationError()
        }
        sentBody?.markRead()
        return Array(buffer.readableBytesView)
    }
}

/// What a body may take.
struct BodyLimits: Sendable {
    var byteCount = 1 << 20
    var time = Duration.seconds(10)
}

struct DeadlineExceeded: Error {}

/// Does the work, or throws `DeadlineExceeded` when it takes longer; the work is cancelled then.
func withDeadline<Value: Sendable>(_ time: Duration, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: time)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw DeadlineExceeded() }
        return value
    }
}
