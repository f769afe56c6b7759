extension Span<UInt8> {
    /// Reads as many of `digits` decimal digits as there are, or nil when there are fewer or more.
    func number(at index: inout Int, digits: ClosedRange<Int>) -> Int? {
        var value = 0
        let start = index
        while index < count, self[index].isDigit {
            guard index - start < digits.upperBound else { return nil }
            value = value * 10 + Int(self[index] - UInt8(ascii: "0"))
            index += 1
        }
        return index - start >= digits.lowerBound ? value : nil
    }

    func skip(_ byte: UInt8, at index: inout Int) -> Bool {
        guard index < count, self[index] == byte else { return false }
        index += 1
        return true
    }

    func skipWhiteSpace(at index: inout Int) { index += spacesLength(at: index, upTo: count) }

    func has(_ text: String, at index: Int) -> Bool {
        let length = text.utf8.count
        guard index + length <= count else { return false }
        for (offset, byte) in text.utf8.enumerated() where self[index + offset] != byte { return false }
        // Not the beginning of a longer word.
        return index + length == count || !self[index + length].isLetter
    }

    /// Whether the rest is nothing, or a time such as `T23:59`, ` 11:59:59.5 PM`, `, 14h30` or ` 23:59:59+01:00`.
    func isTimeOfDay(from start: Int) -> Bool {
        var index = start
        if index == count { return true }
        if index < count, self[index] == .comma { index += 1 }
        guard index < count, self[index] | 0x20 == UInt8(ascii: "t") || spacesLength(at: index, upTo: count) > 0 else { return false }
        if self[index] | 0x20 == UInt8(ascii: "t") { index += 1 }
        skipWhiteSpace(at: &index)
        for word in ["at", "um", "à", "a las", "às", "alle", "om"] where has(word, at: index) {
            index += word.utf8.count
            skipWhiteSpace(at: &index)
        }
        guard let hour = number(at: &index, digits: 1...2), hour < 24, skipTimeSign(at: &index) else { return false }
        guard let minute = number(at: &index, digits: 2...2), minute < 60 else { return false }
        if index < count, self[index] == UInt8(ascii: ":") || self[index] == .point {
            index += 1
            // 60 is a leap second.
            guard let second = number(at: &index, digits: 2...2), second <= 60 else { return false }
            if skip(.point, at: &index) || skip(.comma, at: &index), number(at: &index, digits: 1...9) == nil { return false }
        }
        skipWhiteSpace(at: &index)
        if let length = halfOfDay(at: index) {
            guard (1...12).contains(hour) else { return false }
            index += length
            skipWhiteSpace(at: &index)
        }
        if has("Uhr", at: index) || has("uhr", at: index) { index += 3 }
        return isZone(from: index)
    }

    private func skipTimeSign(at index: inout Int) -> Bool {
        skip(UInt8(ascii: ":"), at: &index) || skip(UInt8(ascii: "h"), at: &index) || skip(.point, at: &index)
    }

    /// The bytes of `AM`, `p.m.` and the like.
    private func halfOfDay(at index: Int) -> Int? {
        guard index < count, [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(self[index] | 0x20) else { return nil }
        var next = index + 1
        _ = skip(.point, at: &next)
        guard next < count, self[next] | 0x20 == UInt8(ascii: "m") else { return nil }
        next += 1
        _ = skip(.point, at: &next)
        return next - index
    }

    /// Whether the rest is nothing, `Z`, a name such as `UTC`, or an offset such as `+01`, `+0100` or `+01:00`.
    private func isZone(from start: Int) -> Bool {
        var index = start
        while index < count, self[index].isLetter { index += 1 }
        guard index - start <= 5 else { return false }
        if index == count { return true }
        guard skip(UInt8(ascii: "+"), at: &index) || skip(UInt8(ascii: "-"), at: &index) else { return false }
        let length = count - index
        let colon = length == 5 && self[index + 2] == UInt8(ascii: ":") ? index + 2 : nil
        guard (1...2).contains(length) || length == 4 || colon != nil else { return false }
        while index < count, self[index].isDigit || index == colon { index += 1 }
        return index == count
    }
}
