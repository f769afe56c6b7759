/// What a mail should be like to look right in every client, by the name that a finding gives.
public enum MailRule: String, CaseIterable, Sendable {
    case missingHeader = "missing-header"
    case longLine = "long-line"
    case incomplete
    case wrongCharset = "wrong-charset"
    case brokenEncoding = "broken-encoding"
    case missingText = "missing-text"
    case unsubscribe
    case oneClick = "one-click"
    case htmlSize = "html-size"
    case messageSize = "message-size"
    case inlineSVG = "inline-svg"
    case svgImage = "svg-image"
    case webpImage = "webp-image"
    case dataImage = "data-image"
    case imageSource = "image-source"
    case insecureImage = "insecure-image"
    case fragileAddress = "fragile-address"
    case missingPart = "missing-part"
    case unusedPart = "unused-part"
    case imageSize = "image-size"
    case imageAlternative = "image-alternative"
    case longAlternative = "long-alternative"
    case imageDensity = "image-density"
    case transparentImage = "transparent-image"
    case largePicture = "large-picture"
    case imageChoice = "image-choice"
    case imageMap = "image-map"
    case activeContent = "active-content"
    case externalStyle = "external-style"
    case layoutRole = "layout-role"

    public enum Severity: String, CaseIterable, Sendable, Comparable {
        /// Good to know.
        case note
        /// Wrong in some client.
        case warning
        /// Wrong in a client that many people use.
        case error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }
}
