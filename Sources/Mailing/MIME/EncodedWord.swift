import Foundation

/// Text of any script in the ASCII of a header (RFC 2047).
enum EncodedWord {
    /// Bytes of UTF-8 in a word: `=?UTF-8?B?` and `?=` around 52 characters of base64 make 64, which leaves room for a field's name in the
    /// 76 characters that a line with such a word may have.
    private static let capacity = 39

    /// Returns the words that a header writes for a text: the text's own where it is plain, encoded ones otherwise.
    static func words(of text: String) -> [String] {
        let text = text.singleLine
        // What looks like an encoded word would be decoded.
        let isPlain = text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
        let words = text.split(separator: " ").map(String.init)
        guard !isPlain || words.contains(where: { $0.utf8.count > 70 }) || text.contains("  ") else { return words }
        return encoded(text)
    }

    /// Returns encoded words, none of which splits a character: readers decode each for itself.
    static func encoded(_ text: String) -> [String] {
        var words: [String] = []
        var part: [UInt8] = []
        func finish() {
            guard !part.isEmpty else { return }
            words.append("=?UTF-8?B?\(Data(part).base64EncodedString())?=")
            part = []
        }
        // By scalars: a character may have more of them than a word has room for.
        for scalar in text.singleLine.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if part.count + bytes.count > capacity { finish() }
            part += bytes
        }
        finish()
        return words
    }
}

extension String {
    /// The text without line breaks and other controls, which stand for spaces.
    var singleLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }
            )
        )
    }
}
