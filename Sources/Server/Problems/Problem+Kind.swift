import HTTPTypes

extension Problem {
    /// What can go wrong, by its name, the last part of its type. Clients go by these names: they stay.
    enum Kind: String, CaseIterable, Hashable, Sendable {
        case addressTooLong = "address-too-long"
        case badRequest = "bad-request"
        case bodyTooLarge = "body-too-large"
        case bodyTooSlow = "body-too-slow"
        case brokenJSON = "broken-json"
        case chartsFull = "charts-full"
        case contentTooLarge = "content-too-large"
        case crossSite = "cross-site"
        case diskFull = "disk-full"
        case forbidden
        case invalidBody = "invalid-body"
        case invalidHost = "invalid-host"
        case invalidLink = "invalid-link"
        case invalidQuery = "invalid-query"
        case linkExpired = "link-expired"
        case linkWithdrawn = "link-withdrawn"
        case listFull = "list-full"
        case misdirected
        case methodNotAllowed = "method-not-allowed"
        case noFile = "no-file"
        case notAcceptable = "not-acceptable"
        case notAPurchaseLog = "not-a-purchase-log"
        case nothingToUndo = "nothing-to-undo"
        case openQuestions = "open-questions"
        case otherCurrency = "other-currency"
        case rateLimited = "rate-limited"
        case readOnly = "read-only"
        case saturated
        case severalFiles = "several-files"
        case staleVersion = "stale-version"
        case tooManyShares = "too-many-shares"
        case unavailable
        case unexpected
        case unidentified
        case unknownBase = "unknown-base"
        case unknownChart = "unknown-chart"
        case unknownFormat = "unknown-format"
        case unknownItem = "unknown-item"
        case unknownLink = "unknown-link"
        case unknownLog = "unknown-log"
        case unknownPath = "unknown-path"
        case unknownSender = "unknown-sender"
        case unknownShare = "unknown-share"
        case unknownUser = "unknown-user"
        case unreadableForm = "unreadable-form"
        case unsupportedMediaType = "unsupported-media-type"
    }
}

extension Problem.Kind {
    var status: HTTPResponse.Status { standard.status }

    /// A few words, the same for every occurrence.
    var title: String { standard.title }

    /// Whether it is one of links, which say the same to everybody.
    var isOfLinks: Bool { self == .invalidLink || self == .linkExpired || self == .linkWithdrawn }

    private var standard: (status: HTTPResponse.Status, title: String) {
        switch self {
        case .addressTooLong: (.uriTooLong, "Address too long")
        case .badRequest: (.badRequest, "Bad Request")
        case .bodyTooLarge: (.contentTooLarge, "Body too large")
        case .bodyTooSlow: (.requestTimeout, "Body too slow")
        case .brokenJSON: (.badRequest, "The body is not JSON")
        case .chartsFull: (.init(code: 507, reasonPhrase: "Insufficient Storage"), "As many charts are kept as may be")
        case .contentTooLarge: (.contentTooLarge, "Too large")
        case .crossSite: (.forbidden, "Sent by another site")
        case .diskFull: (.serviceUnavailable, "The disk is full")
        case .forbidden: (.forbidden, "Not allowed")
        case .invalidHost: (.badRequest, "No host")
        case .misdirected: (.misdirectedRequest, "Another server's name")
        case .unidentified: (.unauthorized, "Who are you?")
        case .invalidBody: (.unprocessableContent, "The body is not acceptable")
        case .invalidLink: (.forbidden, "This link does not work")
        case .invalidQuery: (.badRequest, "The query cannot be read")
        case .linkExpired: (.gone, "This link has expired")
        case .linkWithdrawn: (.gone, "This link was withdrawn")
        case .listFull: (.unprocessableContent, "The list is full")
        case .methodNotAllowed: (.methodNotAllowed, "Method not allowed")
        case .noFile: (.unprocessableContent, "No file")
        case .notAcceptable: (.notAcceptable, "No acceptable representation")
        case .notAPurchaseLog: (.unprocessableContent, "Not a purchase log")
        case .nothingToUndo: (.conflict, "Nothing to undo")
        case .otherCurrency: (.unprocessableContent, "Another currency")
        case .openQuestions: (.unprocessableContent, "The log leaves something open")
        case .rateLimited: (.tooManyRequests, "Too many requests")
        case .readOnly: (.forbidden, "This link is for reading")
        case .saturated: (.serviceUnavailable, "Too busy")
        case .severalFiles: (.unprocessableContent, "More than one file")
        case .staleVersion: (.conflict, "The list was changed meanwhile")
        case .tooManyShares: (.conflict, "Too many shares")
        case .unavailable: (.serviceUnavailable, "Not available")
        case .unexpected: (.internalServerError, "Something went wrong")
        case .unknownBase: (.unprocessableContent, "Pictures cannot be linked")
        case .unknownChart: (.notFound, "Unknown chart")
        case .unknownFormat: (.unprocessableContent, "No picture")
        case .unknownItem: (.notFound, "Unknown item")
        case .unknownLink: (.notFound, "Unknown link")
        case .unknownLog: (.notFound, "The log is no longer here")
        case .unknownPath: (.notFound, "Nothing here")
        case .unknownSender: (.unprocessableContent, "Nobody to write the mail")
        case .unknownShare: (.notFound, "Unknown share")
        case .unknownUser: (.notFound, "Unknown shopper")
        case .unreadableForm: (.badRequest, "The form cannot be read")
        case .unsupportedMediaType: (.unsupportedMediaType, "Unsupported media type")
        }
    }
}
