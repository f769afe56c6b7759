extension TextPattern {
    /// Reads the forms that labels use: where thousands are parted, one kind of character, a plain text.
    init?(_ body: String, flags: String) {
        let all = flags.contains("g")
        if body == "\\B(?=(\\d{3})+(?!\\d))" || body == "\\B(?=(\\d{3})+\\b)" || body == "(\\d)(?=(\\d{3})+(?!\\d))"
            || body == "(\\d)(?=(\\d{3})+$)" || body == "\\B(?=(?:\\d{3})+(?!\\d))"
        {
            self = .thousands(all: all)
            return
        }
        let repeats = body.hasSuffix("+")
        let core = repeats ? String(body.dropLast()) : body
        switch core {
        case "\\s", " ": self = .characters([" ", "\t", "\n", "\u{A0}"], isInverted: false, all: all, repeats: repeats)
        case "\\d", "[0-9]": self = .characters(Set("0123456789"), isInverted: false, all: all, repeats: repeats)
        case "\\D", "[^0-9]", "[^\\d]": self = .characters(Set("0123456789"), isInverted: true, all: all, repeats: repeats)
        case "[^0-9.]", "[^\\d.]": self = .characters(Set("0123456789."), isInverted: true, all: all, repeats: repeats)
        default:
            if core.hasPrefix("["), core.hasSuffix("]"), core.count > 2 {
                var inner = String(core.dropFirst().dropLast())
                let isInverted = inner.hasPrefix("^")
                if isInverted { inner.removeFirst() }
                guard !inner.contains("\\"), !inner.dropFirst().dropLast().contains("-"), !inner.isEmpty else { return nil }
                self = .characters(Set(inner), isInverted: isInverted, all: all, repeats: repeats)
                return
            }
            var (text, isEscaped) = ("", false)
            for character in body {
                if isEscaped {
                    guard "./()[]{}$^*+?|\\-,%".contains(character) else { return nil }
                    text.append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else {
                    guard !".()[]{}$^*+?|".contains(character) else { return nil }
                    text.append(character)
                }
            }
            guard !text.isEmpty, !isEscaped else { return nil }
            self = .text(text, all: all, ignoresCase: flags.contains("i"))
        }
    }

    /// Returns the text with what matches replaced.
    func replacing(in text: String, with other: String) -> String {
        switch self {
        case .thousands(let all):
            // The sign may stand behind the digit that it follows, as in `$1,`.
            let sign = other.replacing("$1", with: "").replacing("$&", with: "")
            var result = ""
            var run = ""
            var count = 0
            func flush() {
                var parted = ""
                for (index, digit) in run.enumerated() {
                    let left = run.count - index
                    if index > 0, left.isMultiple(of: 3), all || count == 0 {
                        parted += sign
                        count += 1
                    }
                    parted.append(digit)
                }
                result += parted
                run = ""
            }
            for character in text {
                if character.isASCII, character.isNumber {
                    run.append(character)
                } else {
                    flush()
                    result.append(character)
                }
            }
            flush()
            return result
        case .characters(let set, let isInverted, let all, let repeats):
            var (result, isDone, wasMatch) = ("", false, false)
            for character in text {
                let isMatch = set.contains(character) != isInverted && (!isDone || repeats && wasMatch)
                if isMatch {
                    if !(repeats && wasMatch) { result += other }
                    if !all { isDone = true }
                } else {
                    result.append(character)
                }
                wasMatch = isMatch
            }
            return result
        case .text(let found, let all, let ignoresCase):
            guard !ignoresCase || text.lowercased().count == text.count else { return text }
            let (haystack, needle) = ignoresCase ? (text.lowercased(), found.lowercased()) : (text, found)
            var result = ""
            var (rest, source) = (haystack[...], text[...])
            while let range = rest.firstRange(of: needle) {
                let skipped = rest.distance(from: rest.startIndex, to: range.lowerBound)
                result += source.prefix(skipped) + other
                source = source.dropFirst(skipped + needle.count)
                rest = rest[range.upperBound...]
                if !all { break }
            }
            return result + source
        }
    }

    func matches(_ text: String) -> Bool { replacing(in: text, with: "\u{1}") != text || replacing(in: text, with: "\u{2}") != text }
}
