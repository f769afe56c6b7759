extension Span<UInt8> {
    /// The bytes of a plus or minus at `index`: `-`, `+`, and the minus and dashes of Unicode.
    func signLength(at index: Int, upTo end: Int) -> Int {
        guard index < end else { return 0 }
        if self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "+") { return 1 }
        guard end - index >= 3, self[index] == 0xE2 else { return 0 }
        return (self[index + 1] == 0x88 && self[index + 2] == 0x92) || (self[index + 1] == 0x80 && self[index + 2] == 0x93) ? 3 : 0
    }

    /// Passes over dashes in place of decimals.
    func skipDashes(at index: inout Int, upTo end: Int) -> Bool {
        let start = index
        while index < end, self[index] != UInt8(ascii: "+"), case let length = signLength(at: index, upTo: end), length > 0 {
            index += length
        }
        return index > start
    }

    /// The bytes of the white space at `index`.
    func spacesLength(at index: Int, upTo end: Int) -> Int {
        var length = 0
        while index + length < end, case let next = whiteSpaceLength(at: index + length, upTo: end), next > 0 { length += next }
        return length
    }

    /// The bytes of a sign that parts thousands and is neither point nor comma, when three digits and no fourth follow it.
    func groupSignLength(at index: Int, upTo end: Int) -> Int {
        var length = 0
        if self[index] == UInt8(ascii: "'") || self[index] == UInt8(ascii: "_") {
            length = 1
        } else if end - index >= 3, self[index] == 0xE2, self[index + 1] == 0x80, self[index + 2] == 0x99 {
            length = 3
        } else {
            length = whiteSpaceLength(at: index, upTo: end)
        }
        guard length > 0, index + length + 3 <= end else { return 0 }
        for place in index + length..<index + length + 3 where !self[place].isDigit { return 0 }
        return index + length + 3 < end && self[index + length + 3].isDigit ? 0 : length
    }
}
