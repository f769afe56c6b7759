/// A `.env` file: a variable a line, as a shell would take it.
///
///     # where the purchases are
///     export CARTOGRAPH_DATABASE="sqlite:/srv/shop.sqlite"
///     CARTOGRAPH_PORT=9000 # not 8080
///
/// In double quotes `\"`, `\\`, `\$` and `\n` stand for what they stand for in C; in single quotes everything is as it is written. Nothing is
/// replaced by another variable's value.
struct EnvironmentFile {
    private(set) var variables: [String: String] = [:]
    /// The numbers of the lines that say nothing that can be read, from 1.
    private(set) var unreadableLines: [Int] = []

    init(_ text: String) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var line = line.trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
            guard let first = line.first, first != "#" else { continue }
            if let declaration = line.prefixMatch(of: /export\s+/) { line = line[declaration.range.upperBound...] }
            guard let name = line.prefixMatch(of: /([A-Za-z_][A-Za-z0-9_]*)\s*=\s*/), let value = Self.value(line[name.range.upperBound...])
            else {
                unreadableLines.append(index + 1)
                continue
            }
            variables[String(name.1)] = value
        }
    }

    /// Reads a value, with a comment behind it; nil where its quotes do not close or something follows them.
    private static func value(_ text: Substring) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            let end = text.firstRange(of: /\s+#.*|\s+$/)?.lowerBound ?? text.endIndex
            return String(text[..<end])
        }
        var value = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == quote { return rest.wholeMatch(of: /\s*(#.*)?/) == nil ? nil : value }
            if character == "\\", quote == "\"", let next = rest.first, "\"\\$n".contains(next) {
                value.append(next == "n" ? "\n" : next)
                rest.removeFirst()
            } else {
                value.append(character)
            }
        }
        return nil
    }
}
