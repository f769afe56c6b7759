/// A chunk of a PNG file, for looking at what was written.
struct PNGChunk: Equatable {
    var type: String
    var content: [UInt8]

    /// Returns the color type that a file's header names: 2 RGB, 3 a palette, 6 RGBA.
    static func colorType(of file: [UInt8]) -> UInt8? { all(in: file).first?.content[9] }

    static func all(in file: [UInt8]) -> [PNGChunk] {
        var chunks: [PNGChunk] = []
        var rest = file.dropFirst(8)
        while rest.count >= 12 {
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            let type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
            chunks.append(PNGChunk(type: type, content: Array(rest.dropFirst(8).prefix(length))))
            rest = rest.dropFirst(12 + length)
        }
        return chunks
    }
}
