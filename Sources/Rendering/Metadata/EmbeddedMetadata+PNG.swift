extension EmbeddedMetadata {
    /// Reads the `iTXt` chunks of a PNG.
    init(png bytes: [UInt8]) {
        func number(_ index: Int) -> Int { bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
        var index = 8
        var count = 0
        while index + 12 <= bytes.count, count < 1_000 {
            let length = number(index)
            guard length <= bytes.count - index - 12 else { return }
            if bytes[(index + 4)..<(index + 8)].elementsEqual("iTXt".utf8), length <= 2 * PictureFile.textLimit {
                read(chunk: bytes[(index + 8)..<(index + 8 + length)])
            }
            index += length + 12
            count += 1
        }
    }

    /// A keyword, two bytes about compression, a language, a translated keyword, each of the texts ended by a zero, then the text.
    private mutating func read(chunk: ArraySlice<UInt8>) {
        guard let keywordEnd = chunk.firstIndex(of: 0), keywordEnd + 2 < chunk.endIndex,
            let languageEnd = chunk[(keywordEnd + 3)...].firstIndex(of: 0), let start = chunk[(languageEnd + 1)...].firstIndex(of: 0)
        else { return }
        let stream = chunk[(start + 1)...]
        let text = chunk[keywordEnd + 1] == 1 ? [UInt8](inflating: stream, upTo: PictureFile.textLimit) : Array(stream)
        guard let text, text.count <= PictureFile.textLimit else { return }
        keep(String(decoding: text, as: UTF8.self), as: String(decoding: chunk[..<keywordEnd], as: UTF8.self))
    }
}
