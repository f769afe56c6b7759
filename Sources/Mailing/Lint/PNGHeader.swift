/// The size of a PNG and whether it lets its background through.
struct PNGHeader: Hashable, Sendable {
    let width: Int
    let height: Int
    let isTransparent: Bool

    /// Reads the first chunks; nil when the bytes are no PNG.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 29, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        func number(_ index: Int) -> Int { bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
        (width, height) = (number(16), number(20))
        let hasAlpha = bytes[25] == 4 || bytes[25] == 6
        var hasTransparency = false
        var index = 8
        // tRNS stands before the pixels.
        for _ in 0..<64 where index + 8 <= bytes.count {
            let type = bytes[(index + 4)..<(index + 8)]
            if type.elementsEqual("tRNS".utf8) { hasTransparency = true }
            if type.elementsEqual("IDAT".utf8) { break }
            index += number(index) + 12
        }
        isTransparent = hasAlpha || hasTransparency
    }
}
