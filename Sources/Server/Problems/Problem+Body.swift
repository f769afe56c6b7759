import HTTPTypes

extension Problem {
    static func unsupportedMediaType(_ type: String, supported: [String]) -> Problem {
        let names = supported.joined(separator: " or ")
        return Problem(
            .unsupportedMediaType,
            detail: "The body is \(type.isEmpty ? "without a media type" : type.quoted); send \(names), and say so in Content-Type.",
            headers: [.accept: supported.joined(separator: ", ")]
        )
    }

    static func bodyTooLarge(limit: Int) -> Problem {
        Problem(
            .bodyTooLarge,
            detail: "A body may have \(limit) bytes here. Send less at once."
        )
    }

    static func contentTooLarge(limit: Int) -> Problem {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
        return Problem(
            .contentTooLarge,
            detail: "What is sent here may have \(size). Send less, or send it in parts."
        )
    }

    static let missingFile = Problem(
        .badRequest, title: "Nothing was sent", detail: "The request has no body. Send the file as it is."
    )

    static func bodyTooSlow(limit: Duration) -> Problem {
        Problem(
            .bodyTooSlow,
            detail: "The body did not come within \(limit.components.seconds) seconds. Send it at once."
        )
    }

    static func brokenJSON(_ error: JSONSyntaxError) -> Problem {
        Problem(
            .brokenJSON,
            detail: "In line \(error.line), column \(error.column), \(error.reason)."
        )
    }

    init(_ body: InvalidBody) {
        self.init(
            .invalidBody, detail: body.description,
            faults: body.faults.map { Fault(place: .pointer($0.pointer), detail: $0.detail) }
        )
    }
}
