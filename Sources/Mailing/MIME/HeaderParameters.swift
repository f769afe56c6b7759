/// A header field's value and the parameters behind it, as in `form-data; name="file"; filename="log.csv"`.
package struct HeaderParameters {
    package let value: String
    /// In the order they came, names in lower case.
    package private(set) var parameters: [(name: String, value: String)] = []

    /// What a backslash in quotes means.
    package enum Quoting {
        /// Browsers write a quote in a name as `%22` (WHATWG HTML, "multipart form data"), others as `\"`; a backslash before anything else
        /// is one, as in the paths that old browsers send.
        case ofForms
        /// A backslash takes its meaning from whatever comes next (RFC 5322, section 3.2.4).
        case ofMail
    }

    /// More than anybody writes.
    private static let limit = 30

    /// Returns the value of a parameter, the first of those of that name.
    package subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Reads the text; what is no parameter is passed over.
    package init(_ text: some StringProtocol, quoting: Quoting = .ofForms) {
        var rest = Substring(text)
        value = String(rest.prefix { $0 != ";" }).trimmed
        rest = rest.drop { $0 != ";" }
        while rest.popFirst() != nil, parameters.count < Self.limit {
            let name = String(rest.prefix { $0 != "=" && $0 != ";" }).trimmed.lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let content = rest.first == "\"" ? Self.quoted(&rest, quoting) : String(rest.prefix { $0 != ";" }).trimmed
            rest = rest.drop { $0 != ";" }
            parameters.append((name, content))
        }
    }

    private static func quoted(_ rest: inout Substring, _ quoting: Quoting) -> String {
        var text = ""
        rest.removeFirst()
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.first, quoting == .ofMail || next == "\"" || next == "\\" {
                text.append(rest.removeFirst())
            } else {
                text.append(character)
            }
        }
        return quoting == .ofForms ? text.replacing("%22", with: "\"") : text
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
