import HTTPTypes

/// What an answer was, as far as metrics tell answers apart: a few words, whatever is asked.
enum AnswerKind: Int, CaseIterable, Sendable {
    case json, csv, png, svg, pdf, txt, html, eml, ics, problem, other

    /// As in `png`.
    var name: String { String(describing: self) }

    init(_ representation: Representation) {
        self = Self.byName[representation.rawValue] ?? .other
    }

    /// Finds out by the type of the body or, where there is none, by the extension of the path.
    init(_ headers: HTTPFields, path: String) {
        if let type = headers[.contentType] {
            self = Self.byContentType[type] ?? .other
        } else {
            self = path.lastIndex(of: ".").flatMap { Self.byName[String(path[path.index(after: $0)...])] } ?? .other
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    private static let byContentType: [String: AnswerKind] = Dictionary(
        Representation.allCases.map { ($0.contentType, AnswerKind($0)) } + [(Problem.mediaType, .problem)], uniquingKeysWith: { $1 }
    )
}
