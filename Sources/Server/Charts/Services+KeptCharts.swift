import HTTPTypes
import Hummingbird
import Purchases
import Storage

extension Services {
    /// Returns when a chart is to be forgotten: nil for never, which is the rule.
    ///
    /// - Throws: `InvalidQuery` for what is no time, or one that has passed.
    func chartExpiry(_ text: String?) throws(InvalidQuery) -> Timestamp? {
        guard let text else { return nil }
        let now = signer.now()
        guard let expiry = LinkExpiry(text)?.time(after: now) else {
            throw InvalidQuery([
                .init(
                    parameter: "expires",
                    detail: "\(text.quoted) is not a time such as 30d, 12h, 2026-12-31 or 2026-12-31T18:00:00Z")
            ])
        }
        guard expiry > Timestamp(now) else {
            throw InvalidQuery([.init(parameter: "expires", detail: "is over; give a time to come")])
        }
        return expiry
    }

    /// Returns a path as an address that works elsewhere: below the server's own, or below what the request was sent to.
    func address(of path: String, for request: Request) -> String {
        "\(configuration.base?.text ?? "http://\(request.head.authority ?? "localhost")")\(path)"
    }
}

extension Problem {
    static let unknownChart = Problem(
        .unknownChart,
        detail: "There is no chart of this id: it was never kept here, has expired or was removed. Keep it anew by POST /api/charts.")

    init(_ error: KeptChartError) {
        switch error {
        case .tooLarge: self.init(.contentTooLarge, detail: error.description)
        case .full: self.init(.chartsFull, detail: error.description)
        }
    }
}
