/// A header field's value and the parameters behind it, as in `form-data; name="file"; filename="log.csv"`.
struct HeaderParameters {
    let value: String
    private var parameters: [String: String] = [:]

    subscript(name: String) -> String? { parameters[name] }

    /// Reads the text; of a parameter that comes twice the first counts.
    init(_ text: some StringProtocol) {
        var rest = Substring(text)
        value = String(rest.prefix { $0 != ";" }).trimmed
        rest = rest.drop { $0 != ";" }
        while rest.popFirst() != nil {
            let name = String(rest.prefix { $0 != "=" && $0 != ";" }).trimmed.lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0 == " " }
            let content = rest.first == "\"" ? Self.quoted(&rest) : String(rest.prefix { $0 != ";" }).trimmed
            rest = rest.drop { $0 != ";" }
            if parameters[name] == nil { parameters[name] = content }
        }
    }

    /// Reads a text in quotes. Browsers write a quote in a name as `%22` (WHATWG HTML, "multipart form data"), others as `\"`; a
    /// backslash before anything else is one, as in the paths that old browsers send.
    private static func quoted(_ rest: inout Substring) -> String {
        var text = ""
        rest.removeFirst()
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                text.append(rest.removeFirst())
            } else {
                text.append(character)
            }
        }
        return text.replacing("%22", with: "\"")
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
