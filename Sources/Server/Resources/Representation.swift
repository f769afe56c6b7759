/// A form that a resource can be sent in, by the extension of its address.
public enum Representation: String, CaseIterable, Sendable {
    case json, csv, png, svg, pdf, txt, html, eml, ics

    /// What an insight comes in.
    public static let ofInsights: [Representation] = [.json, .csv, .png, .svg, .pdf, .txt]
    /// What a chart of anyone's data comes in, the picture first: it is asked for by those who say nothing.
    public static let ofCharts: [Representation] = [.png, .svg, .pdf, .json, .csv, .txt]
    /// What a whole report comes in.
    public static let ofReports: [Representation] = [.html, .pdf, .png, .eml]

    /// The media type without parameters, as `Accept` names it.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv"
        case .png: "image/png"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .txt: "text/plain"
        case .html: "text/html"
        case .eml: "message/rfc822"
        case .ics: "text/calendar"
        }
    }

    /// What `Content-Type` says.
    public var contentType: String {
        switch self {
        case .csv, .txt, .html, .ics: "\(mediaType); charset=utf-8"
        case .json, .png, .svg, .pdf, .eml: mediaType
        }
    }

    /// Whether people look at it, and therefore at its errors.
    public var isPicture: Bool {
        switch self {
        case .png, .svg, .pdf: true
        case .json, .csv, .txt, .html, .eml, .ics: false
        }
    }

    /// The picture that an address names by its extension, nil when it names none.
    init?(pictureAt path: String) {
        // `/chart/png/CODE` names it before what it is of.
        let parts = path.split(separator: "/")
        if parts.count == 3, parts[0] == "chart", let representation = Representation(rawValue: String(parts[1])), representation.isPicture
        {
            self = representation
            return
        }
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/"),
            let representation = Representation(rawValue: String(path[path.index(after: dot)...])), representation.isPicture
        else { return nil }
        self = representation
    }
}
