/// A form that a resource can be sent in, by the extension of its address.
public enum Representation: String, CaseIterable, Sendable {
    case json, csv, png, svg, pdf, txt

    /// The media type without parameters, as `Accept` names it.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv"
        case .png: "image/png"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .txt: "text/plain"
        }
    }

    /// What `Content-Type` says.
    public var contentType: String {
        switch self {
        case .csv, .txt: "\(mediaType); charset=utf-8"
        case .json, .png, .svg, .pdf: mediaType
        }
    }

    /// Whether people look at it, and therefore at its errors.
    public var isPicture: Bool {
        switch self {
        case .png, .svg, .pdf: true
        case .json, .csv, .txt: false
        }
    }

    /// The picture that an address names by its extension, nil when it names none.
    init?(pictureAt path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/"),
            let representation = Representation(rawValue: String(path[path.index(after: dot)...])), representation.isPicture
        else { return nil }
        self = representation
    }
}
