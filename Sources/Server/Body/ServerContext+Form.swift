import HTTPTypes
import Hummingbird
import Mailing

extension ServerContext {
    /// Reads the request's body as the fields of a form in either of the two ways that forms are sent; a file is a field as well.
    func fields(of request: Request) async throws -> [Query.Field] {
        let header = HeaderParameters(request.headers[.contentType] ?? "")
        guard header.value.lowercased() == LogUpload.formType, let boundary = header["boundary"] else {
            return try await form(of: request).fields
        }
        var parser = MultipartParser(boundary: boundary)
        do {
            var fields: [Query.Field] = []
            for event in try parser.events(of: try await body(of: request)) {
                switch event {
                case .part(let name, _): fields.append(.init(name: name, value: ""))
                case .bytes(let bytes): fields[fields.count - 1].value += String(decoding: bytes, as: UTF8.self)
                }
            }
            try parser.finish()
            return fields
        } catch is MultipartParser.Fault {
            throw Problem(
                .badRequest, title: "The form cannot be read",
                detail: "The body is not multipart/form-data as its Content-Type says. Send it whole."
            )
        }
    }
}
