import Charts
import Drawing
import Reports

/// The addresses of a figure's representations.
struct FigureAddresses {
    private let source: Figure.Source
    private let presentation: Presentation

    init(_ source: Figure.Source, _ presentation: Presentation) {
        self.source = source
        self.presentation = presentation
    }

    private static let doubled = [(name: "scale", value: "2")]

    func links(_ locale: Locale) -> [Link] {
        let forms = [
            ("PNG", "png", []), ("PNG 2×", "png", Self.doubled), ("SVG", "svg", []), ("PDF", "pdf", []), ("CSV", "csv", []),
            ("JSON", "json", []),
        ]
        return forms.map { label, suffix, fields in Link(label: label, href: address(suffix, fields).text) }
    }

    /// The picture for a mail: opaque, at twice the size, with whole numbers for its sides and an alternative text.
    func mail(message: String, origin: String) -> String? {
        let path: String
        switch source.mail {
        case .own: path = address("png", Self.doubled).text
        case .linked(let link): path = link
        case .none: return nil
        }
        let address = (origin + path).escapedForHTML
        return """
            <img src="\(address)" width="800" height="400" alt="\(message.escapedForHTML)" style="display:block;border:0;max-width:100%;height:auto">
            """
    }

    private func address(_ suffix: String, _ fields: [(name: String, value: String)]) -> Address {
        var path = source.path
        let last = path.removeLast()
        let locale = presentation.locale == .americanEnglish ? [] : [("locale", presentation.locale.identifier)]
        return Address(path + ["\(last).\(suffix)"], source.fields + locale + fields)
    }
}
