/// A date with the month as a word: `31 January 2024`, `31-Jan-22`, `Jan 31, 2024`, `1er février 2024`, `31 de enero de 2024`.
struct NamedMonthDate {
    let year: Int
    let month: Int
    let day: Int

    /// Returns nil when there is no name of a month where a date has one.
    init?(_ bytes: Span<UInt8>) throws(Rejection.Reason) {
        // Most dates have no letters before their time.
        var hasLetter = false
        var look = 0
        while look < Swift.min(bytes.count, 24) {
            if bytes[look].isLetter || bytes[look] >= 0x80 {
                hasLetter = look < 2 || bytes[look] | 0x20 != UInt8(ascii: "t") || !bytes[look - 1].isDigit
                break
            }
            if bytes[look] == UInt8(ascii: ":") { break }
            look += 1
        }
        guard hasLetter else { return nil }

        var index = 0
        var numbers: [(value: Int, digits: Int)] = []
        var month: Int?
        var monthPlace = 0
        while index < bytes.count, numbers.count < 2 || month == nil {
            if bytes[index].isDigit {
                let start = index
                guard numbers.count < 2, let value = bytes.number(at: &index, digits: 1...4) else { return nil }
                numbers.append((value, index - start))
                // `1er`, `2nd`, `3rd`, `4th`, `1º`
                for suffix in ["er", "st", "nd", "rd", "th", "º", "°", "ª"] where bytes.has(suffix, at: index) {
                    index += suffix.utf8.count
                    break
                }
            } else if bytes[index].isLetter || bytes[index] >= 0x80 {
                let start = index
                while index < bytes.count, bytes[index].isLetter || bytes[index] >= 0x80 { index += 1 }
                let word = String(excerptOf: bytes.extracting(start..<index), limit: 20).lowercased()
                if let number = LogLayouts.monthsByName[word] {
                    guard month == nil else { return nil }
                    (month, monthPlace) = (number, numbers.count)
                } else if word != "de" && word != "of" && word != "del" && word != "the" && (month != nil || !numbers.isEmpty) {
                    return nil
                } else if word.count > 12 {
                    return nil
                }
            } else if [.space, .comma, .point, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'")].contains(bytes[index]) {
                index += 1
            } else {
                return nil
            }
        }
        guard let month, numbers.count == 2, bytes.isTimeOfDay(from: index) else { return nil }
        let (day, year) = numbers[0].digits == 4 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        guard day.digits <= 2, year.digits == 4 || (year.digits == 2 && (monthPlace == 1 || monthPlace == 0)) else { return nil }
        self.month = month
        self.day = day.value
        self.year = year.digits == 2 ? year.value + (year.value < 69 ? 2000 : 1900) : year.value
        guard WrittenDate.years.contains(self.year) else { throw .yearOutOfRange }
    }
}
