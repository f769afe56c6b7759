import Drawing

extension LayoutContext {
    private static let ellipsis = "…"

    /// Returns the text, shortened with an ellipsis until it is no wider than `limit`; nothing when not even that fits.
    func fit(_ string: String, in style: TextStyle, to limit: Double) -> String {
        guard width(of: string, in: style) > limit else { return string }
        var (low, high) = (0, string.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if width(of: Self.shortened(string, to: middle), in: style) <= limit { low = middle } else { high = middle - 1 }
        }
        if low > 0 { return Self.shortened(string, to: low) }
        return width(of: Self.ellipsis, in: style) <= limit ? Self.ellipsis : ""
    }

    /// Returns the text in at most `count` lines, broken where its script allows, the last one shortened where text is left.
    ///
    /// A word wider than `limit` ends the last line: what came after an ellipsis would read as the end of that word.
    func wrap(_ string: String, in style: TextStyle, to limit: Double, lines count: Int) -> [String] {
        var lines: [String] = []
        var rest = string.unbreakableParts[...]
        // Most texts fit, and one measure tells.
        let whole = rest.joined().trimmingSpaces
        if width(of: whole, in: style) <= limit { return whole.isEmpty ? [] : [whole] }
        while let first = rest.first, lines.count < count {
            guard lines.count < count - 1, width(of: first.trimmingSpaces, in: style) <= limit else {
                lines.append(fit(rest.joined().trimmingSpaces, in: style, to: limit))
                break
            }
            var line = first
            rest.removeFirst()
            while let part = rest.first, width(of: (line + part).trimmingSpaces, in: style) <= limit {
                line += part
                rest.removeFirst()
            }
            lines.append(line.trimmingSpaces)
        }
        return Self.closingIsolates(in: lines.filter { !$0.isEmpty })
    }

    /// Returns the lines, each with the isolates of its own that it needs: a line that ends within a name which runs the other way
    /// closes it, and the next line opens it again.
    private static func closingIsolates(in lines: [String]) -> [String] {
        guard lines.count > 1, lines.contains(where: { $0.unicodeScalars.contains("\u{2068}") }) else { return lines }
        var isOpen = false
        return lines.map { line in
            let opening = isOpen ? "\u{2068}" : ""
            for scalar in line.unicodeScalars where scalar == "\u{2068}" || scalar == "\u{2069}" { isOpen = scalar == "\u{2068}" }
            return opening + line + (isOpen ? "\u{2069}" : "")
        }
    }

    /// Returns the text, cut in its middle until it is no wider than `limit`: of names that begin alike, the ends tell which is which.
    func fitKeepingEnd(_ string: String, in style: TextStyle, to limit: Double) -> String {
        guard width(of: string, in: style) > limit else { return string }
        let letters = Array(string)
        func cut(to count: Int) -> String {
            let head = String(letters.prefix((count + 1) / 2)).trimmingSpaces
            let tail = String(letters.suffix(count / 2).drop { $0 == " " })
            return head + Self.ellipsis + tail
        }
        var (low, high) = (0, letters.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if width(of: cut(to: middle), in: style) <= limit { low = middle } else { high = middle - 1 }
        }
        // Less than that is no name.
        return low >= 6 ? cut(to: low) : fit(string, in: style, to: limit)
    }

    private static func shortened(_ string: String, to count: Int) -> String {
        var prefix = string.prefix(count)
        while let last = prefix.last, last.isWhitespace || ",·-–&(".contains(last) { prefix.removeLast() }
        return prefix + ellipsis
    }
}

extension LayoutContext {
    /// Returns the width of the widest part of the texts that is never broken.
    func widestWord(in strings: [String], in style: TextStyle) -> Double {
        widest(strings.lazy.flatMap(\.unbreakableParts).map(\.trimmingSpaces), in: style)
    }
}

extension String {
    /// The parts between which a line may be broken: words with the space behind them, and each character of scripts that are
    /// written without spaces (UAX #14, classes ID and SA, the latter without a dictionary).
    fileprivate var unbreakableParts: [String] {
        var parts: [String] = []
        var previous: Character?
        for character in self {
            if character == " " {
                // Several spaces are one, and none begins a line.
                if previous != " ", !parts.isEmpty { parts[parts.count - 1].append(character) }
            } else if let previous, previous != " ",
                character.isClosingPunctuation || !(previous.isWrittenWithoutSpaces || character.isWrittenWithoutSpaces)
            {
                parts[parts.count - 1].append(character)
            } else {
                parts.append(String(character))
            }
            previous = character
        }
        return parts
    }

    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Character {
    /// Han, Hiragana, Katakana, Hangul and Thai, with their punctuation: between such characters a line may be broken.
    fileprivate var isWrittenWithoutSpaces: Bool {
        guard let scalar = unicodeScalars.first?.value else { return false }
        return switch scalar {
        case 0x0E01...0x0E5B, 0x1100...0x11FF, 0x3001...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFF01...0xFF9D, 0x20000...0x3134F:
            true
        default: false
        }
    }

    /// What must not begin a line (UAX #14, classes CL, CP, EX and the like), as far as product names have it.
    fileprivate var isClosingPunctuation: Bool {
        // Most characters are letters of ASCII, and are told by a byte.
        if let byte = asciiValue { return ")]},.!?:;%".utf8.contains(byte) }
        return Self.closingPunctuation.contains(self)
    }

    private static let closingPunctuation: Set<Character> = Set("、。，．）」』】〉》！？：；ーっゃゅょッャュョ々")
}
