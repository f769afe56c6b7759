/// Numbers as people write them, and back.
enum NumberText {
    /// The largest magnitude that is read: beyond, a Double no longer holds every whole number.
    static let limit = 1e15

    enum Fault: Error, Hashable { case notANumber, tooLarge }

    /// Reads a plain number: digits, a point, an exponent.
    static func plain(_ text: some StringProtocol) throws(Fault) -> Double {
        let isPlain =
            text.utf8.count <= 40 && text.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "+-.eE".utf8.contains($0) }
        guard isPlain, let number = Double(text) else { throw .notANumber }
        guard abs(number) <= limit else { throw .tooLarge }
        return number
    }

    /// Returns the shortest text that is read as the same number.
    static func shortest(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return "\(number)"
    }

    /// What stands in a table for a number that is not known.
    static func isMissing(_ text: some StringProtocol) -> Bool {
        text.isEmpty || text.utf8.count <= 4 && ["null", "nil", "nan", "na", "n/a", "-", "–", "—", "none"].contains(text.lowercased())
    }

    /// How a column writes its numbers.
    enum DecimalSign { case point, comma }

    /// Returns what cells say of the sign before decimals: a comma only where one of them cannot be read otherwise.
    static func decimalSign(in cells: some Sequence<String>) -> DecimalSign {
        var certainPoint = false
        var certainComma = false
        for cell in cells {
            let body = body(of: cell)
            let (commas, points) = (body.count { $0 == "," }, body.count { $0 == "." })
            if let comma = body.lastIndex(of: ","), let point = body.lastIndex(of: ".") {
                if comma > point { certainComma = true } else { certainPoint = true }
            } else if commas == 1, let comma = body.firstIndex(of: ",") {
                let isGroup = body[comma...].utf8.count == 4 && body.first != "0"
                if !isGroup { certainComma = true }
            } else if points == 1, let point = body.firstIndex(of: ".") {
                if body[point...].utf8.count != 4 || body.first == "0" { certainPoint = true }
            } else if points > 1 {
                certainComma = true
            } else if commas > 1 {
                certainPoint = true
            }
        }
        return certainComma && !certainPoint ? .comma : .point
    }

    /// Reads `1,234.50`, `1.234,50 €`, `$12`, `45 %`, `(3.50)` and whatever is plain.
    static func written(_ text: String, _ sign: DecimalSign) throws(Fault) -> Double {
        if sign == .point, let number = try? plain(text) { return number }
        let body = body(of: text)
        let isNegative =
            text.hasPrefix("(") && text.hasSuffix(")") || text.contains("\u{2212}") || text.contains("-") && !body.contains("-")
        let (grouping, decimal): (Character, Character) = sign == .point ? (",", ".") : (".", ",")
        let parts = body.split(separator: decimal, omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw .notANumber }
        let groups = parts[0].split(separator: grouping, omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), (1...3).contains(groups[0].filter(\.isNumber).count) else {
                throw .notANumber
            }
        }
        let plainText = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
        let number = try plain(plainText)
        return isNegative ? -number : number
    }

    /// The digits and signs of a number, without the currency, the percent sign and the spaces around and within it.
    private static func body(of text: String) -> String {
        if text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || ",.".utf8.contains($0) }) { return text }
        var text = text[...]
        if text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast() }
        let isBeside: (Character) -> Bool = {
            $0.isWhitespace || $0 == "%" || $0 == "\u{2212}"
                || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
        }
        let trimmed = text.drop(while: isBeside)
        let body = String(trimmed[..<(trimmed.lastIndex { !isBeside($0) }.map { trimmed.index(after: $0) } ?? trimmed.startIndex)])
        // `-$5` and `$-5` alike.
        if body.hasPrefix("-"), let next = body.dropFirst().first, isBeside(next) { return String(body.dropFirst().drop(while: isBeside)) }
        return body.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    }
}
