extension Span<UInt8> {
    /// Returns the part of `range` without the white space of Unicode at both its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        // Most cells begin and end with something that is seen.
        if start < end, self[start].isVisibleASCII, self[end - 1].isVisibleASCII { return range }
        while start < end {
            let length = whiteSpaceLength(at: start, upTo: end)
            if length == 0 { break }
            start += length
        }
        while start < end {
            // White space takes one byte of UTF-8, or two, or three.
            let length = (1...3).first { end - $0 >= start && whiteSpaceLength(at: end - $0, upTo: end) == $0 } ?? 0
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// Whether one of the bytes is a decimal digit: most ids have one, and no word for a total or a missing value has.
    func hasDigit(_ range: Range<Int>) -> Bool {
        // Ids end with their digits.
        var index = range.upperBound
        while index > range.lowerBound {
            index -= 1
            if self[index].isDigit { return true }
        }
        return false
    }

    func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }

    /// The bytes of the white space character at `index`, or 0 when another character is there.
    func whiteSpaceLength(at index: Int, upTo end: Int) -> Int {
        let lead = self[index]
        if lead < 0x80 { return lead.isWhiteSpace ? 1 : 0 }
        switch lead {
        case 0xC2 where end - index >= 2:
            return self[index + 1] == 0xA0 || self[index + 1] == 0x85 ? 2 : 0
        case 0xE1...0xE3 where end - index >= 3:
            switch (lead, self[index + 1], self[index + 2]) {
            // The last, a space without width, is none of Unicode's white space, and as little part of a name.
            case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
                (0xE2, 0x81, 0x9F),
                (0xE3, 0x80, 0x80):
                return 3
            default: return 0
            }
        case 0xEF where end - index >= 3:
            // A byte order mark, as where two files were put together.
            return self[index + 1] == 0xBB && self[index + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }
}
