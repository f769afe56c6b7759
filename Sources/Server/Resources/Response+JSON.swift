import HTTPTypes
import Hummingbird
import NIOCore
import Reports

extension Response {
    /// Returns the value as the answer to a request, without its body where a HEAD asked.
    static func json(_ json: JSON, status: HTTPResponse.Status = .ok, _ request: Request, _ headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = Representation.json.contentType
        let response = Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
        return request.method == .head ? response.createHeadResponse() : response
    }
}
