import Drawing
package import Mustache

extension MustacheTemplate {
    /// Reads a template of HTML, in which every value is escaped scalar by scalar.
    package init(html source: [UInt8]) throws {
        MustacheContentTypes.register(HTMLByScalars(), named: HTMLByScalars.name)
        try self.init(string: "{{% CONTENT_TYPE:\(HTMLByScalars.name)}}\n\(String(decoding: source, as: UTF8.self))")
    }
}

/// The library's own HTML looks at characters: of `<` and a mark that combines with it, which are one, it escapes nothing.
private struct HTMLByScalars: MustacheContentType {
    static let name = "HTMLByScalars"

    func escapeText(_ text: String) -> String { text.escapedForHTML }
}
