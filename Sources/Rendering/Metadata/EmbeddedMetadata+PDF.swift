extension EmbeddedMetadata {
    /// Reads the entries of a PDF's information dictionary where they stand open in the file, as Cairo writes them.
    init(pdf bytes: [UInt8]) {
        // The dictionary stands near the end.
        guard let producer = bytes.lastRange(of: "/Producer ("), let end = bytes.firstRange(of: "endobj", from: producer.lowerBound)
        else {
            return
        }
        let dictionary = bytes[producer.lowerBound..<min(end.lowerBound, producer.lowerBound + 4 * PictureFile.textLimit)]
        for (name, keyword) in [("/Title ", "Title"), ("/Subject ", "Description"), ("/Keywords ", PictureFile.keyword)] {
            guard let place = dictionary.firstRange(of: name.utf8) else { continue }
            if let text = Self.string(dictionary[place.upperBound...]) { keep(text, as: keyword) }
        }
    }

    /// Returns a string in brackets, or one in hexadecimal digits of UTF-16 (ISO 32000-1, section 7.3.4).
    private static func string(_ bytes: ArraySlice<UInt8>) -> String? {
        switch bytes.first {
        case UInt8(ascii: "("):
            var text: [UInt8] = []
            var depth = 0
            var isEscaped = false
            for byte in bytes {
                if isEscaped {
                    text.append(byte)
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "("), depth == 0 {
                    depth = 1
                } else if byte == UInt8(ascii: ")"), depth == 1 {
                    return String(decoding: text, as: UTF8.self)
                } else {
                    depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
                    text.append(byte)
                }
            }
            return nil
        case UInt8(ascii: "<"):
            let digits = bytes.dropFirst().prefix { $0 != UInt8(ascii: ">") }.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            let units: [UInt16] = stride(from: 0, to: digits.count - 3, by: 4).map { index in
                digits[index..<(index + 4)].reduce(0) { $0 << 4 | UInt16($1) }
            }
            return String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self)
        default: return nil
        }
    }
}
