import HTTPTypes
import Hummingbird
import Mailing
import NIOCore
import NIOPosix

/// What a request sends to be imported: a log, and the fields of the form it came with.
struct LogUpload: Sendable {
    var log: UploadedLog
    /// What a form says besides; empty for a bare log.
    var fields: Query

    static let formType = "multipart/form-data"
    static let logTypes = [
        "text/csv", "application/csv", "application/vnd.ms-excel", "text/plain", "application/gzip", "application/x-gzip",
        "application/octet-stream",
    ]

    /// Bytes of all of a form's fields.
    private static let fieldLimit = 16 << 10

    /// Writes the body to a file as it comes.
    ///
    /// - Throws: `Problem`: 408, 413, 415, or 400 for a form that cannot be read.
    static func receive(_ request: Request, limit: Int, deadline: Duration) async throws -> LogUpload {
        let header = HeaderParameters(request.headers[.contentType] ?? "")
        let type = header.value.lowercased()
        let coding = request.headers[.contentEncoding]?.lowercased() ?? "identity"
        // A log in gzip is recognised by its first bytes, so the coding needs no decoding here.
        guard ["identity", "gzip", "x-gzip"].contains(coding) else {
            throw Problem.unsupportedMediaType("a body in \(coding)", supported: ["text/csv, plain or in gzip"])
        }
        guard type == formType || logTypes.contains(type) else {
            throw Problem.unsupportedMediaType(type, supported: ["text/csv", "application/gzip", formType])
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.bodyTooLarge(limit: limit) }
        let boundary = header["boundary"]
        if type == formType, boundary.map({ $0.isEmpty || $0.utf8.count > 70 }) ?? true { throw Problem.unreadableForm }
        do {
            return try await withDeadline(deadline) {
                type == formType
                    ? try await receiveForm(request.body, boundary: boundary ?? "", limit: limit)
                    : try await receiveLog(request.body, limit: limit)
            }
        } catch is DeadlineExceeded {
            throw Problem.bodyTooSlow(limit: deadline)
        }
    }

    private static func receiveLog(_ body: RequestBody, limit: Int) async throws -> LogUpload {
        let file = try UploadFile(limit: limit)
        try await body.forEachPart { bytes in
            try await NIOThreadPool.singleton.runIfActive { try file.append(bytes.readableBytesView) }
        }
        return LogUpload(log: file.finish(name: nil), fields: Query())
    }

    private static func receiveForm(_ body: RequestBody, boundary: String, limit: Int) async throws -> LogUpload {
        var parser = MultipartParser(boundary: boundary)
        let file = try UploadFile(limit: limit)
        var (fields, fieldBytes) = ([(name: String, value: [UInt8])](), 0)
        var fileName: String?
        var isInFile = false
        do {
            try await body.forEachPart { bytes in
                for event in try parser.events(of: bytes.readableBytesView) {
                    switch event {
                    case .part(_, let name?):
                        guard fileName == nil else { throw Problem.severalFiles }
                        (fileName, isInFile) = (name, true)
                    case .part(let name, nil):
                        fields.append((name, []))
                        isInFile = false
                    case .bytes(let bytes) where isInFile: try await NIOThreadPool.singleton.runIfActive { try file.append(bytes) }
                    case .bytes(let bytes):
                        fieldBytes += bytes.count
                        guard fieldBytes <= fieldLimit else { throw Problem.bodyTooLarge(limit: fieldLimit) }
                        fields[fields.count - 1].value += bytes
                    }
                }
            }
            try parser.finish()
        } catch is MultipartParser.Fault {
            throw Problem.unreadableForm
        }
        let query = Query(fields.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) })
        guard let fileName, !fileName.isEmpty else { throw Problem.noFile }
        return LogUpload(log: file.finish(name: fileName), fields: query)
    }
}

extension Problem {
    fileprivate static let unreadableForm = Problem(
        .unreadableForm,
        detail: "The body is not multipart/form-data as RFC 7578 writes it, or it ends too early. Send the file again."
    )
    fileprivate static let severalFiles = Problem(
        .severalFiles,
        detail: "One file is read at a time. Send the others after it."
    )
    static let noFile = Problem(
        .noFile,
        detail: "The form came without a file. Choose one and send it again."
    )
}
