import HTTPTypes
import Hummingbird
import Mailing
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
        try await body(of: request, within: bodyLimits, tooLarge: .bodyTooLarge(limit: bodyLimits.byteCount))
    }

    /// Reads the request's body as a file that is sent as it is.
    ///
    /// - Parameter limit: the most bytes; they may take as much longer as they are more than those of another body.
    /// - Throws: `Problem`: 400 for no body, 408 for one that does not come in time, 413 for one that is too large.
    func file(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        let times = max(1, limit / max(1, bodyLimits.byteCount))
        let limits = BodyLimits(byteCount: limit, time: bodyLimits.time * times)
        sentBody?.allow(TimeAmount(limits.time))
        let bytes = try await body(of: request, within: limits, tooLarge: .contentTooLarge(limit: limit))
        guard !bytes.isEmpty else { throw Problem.missingFile }
        return bytes
    }

    private func body(of request: Request, within limits: BodyLimits, tooLarge: Problem) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.byteCount { throw tooLarge }
        let buffer: ByteBuffer
        do {
            buffer = try await withDeadline(limits.time) { try await request.body.collect(upTo: limits.byteCount) }
        } catch is NIOTooManyBytesError {
            throw tooLarge
        } catch is DeadlineExceeded {
            throw Problem.bodyTooSlow(limit: limits.time)
        } catch {
            // The connection broke: nobody will read an answer.
            throw CancellationError()
        }
        sentBody?.markRead()
        return Array(buffer.readableBytesView)
    }
}

extension RequestBody {
    /// Calls `use` with each part of the body as it comes.
    ///
    /// - Throws: whatever `use` throws; `CancellationError` when the connection breaks, since nobody will read an answer then.
    func forEachPart(_ use: (ByteBuffer) async throws -> Void) async throws {
        var parts = makeAsyncIterator()
        while true {
            let part: ByteBuffer?
            do { part = try await parts.next() } catch { throw CancellationError() }
            guard let part else { break }
            try await use(part)
        }
        // A task that is cancelled may find the end of a body that goes on.
        try Task.checkCancellation()
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
