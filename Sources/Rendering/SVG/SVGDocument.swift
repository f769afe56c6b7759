import Drawing

/// An SVG document as Cairo wrote it, made fit to publish.
struct SVGDocument {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Numbers the ids in the order in which they appear: `surface1`, `glyph1`, `glyph2`, …
    ///
    /// Cairo's ids come from counters of the whole process, so two renderings of one scene would differ.
    /// Call it before anything but Cairo has written to the document.
    mutating func renumber() {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var names: [ArraySlice<UInt8>: [UInt8]] = [:]
        var counts: [ArraySlice<UInt8>: Int] = [:]
        var copied = 0
        var index = 0
        while index < bytes.count {
            guard let start = startOfName(after: index) else {
                index += 1
                continue
            }
            // Names are a word and numbers: `clip12`, `glyph0-3`.
            let word = bytes[start...].prefix(while: Self.isLetter)
            let name = bytes[start...].prefix { Self.isLetter($0) || Self.isNumber($0) }
            if names[name] == nil {
                counts[word, default: 0] += 1
                names[name] = Array(word) + Array(String(counts[word, default: 0]).utf8)
            }
            output += bytes[copied..<start]
            output += names[name, default: []]
            copied = name.endIndex
            index = name.endIndex
        }
        output += bytes[copied...]
        bytes = output
    }

    /// Adds what a screen reader says of the picture, and what a program finds in it.
    mutating func describe(title: String, summary: String, metadata: String = "") {
        let opening = Array("<svg ".utf8)
        guard let start = bytes.firstRange(of: opening), let end = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: ">")) else {
            return
        }
        let words = "\n<title id=\"title\">\(title.escapedForXML)</title>\n<desc id=\"desc\">\(summary.escapedForXML)</desc>"
        let metadata = metadata.isEmpty ? "" : "\n<metadata>\(metadata.escapedForXML)</metadata>"
        bytes.insert(contentsOf: (words + metadata).utf8, at: end + 1)
        bytes.insert(contentsOf: #"role="img" aria-labelledby="title desc" "#.utf8, at: start.upperBound)
    }

    /// Returns where a name starts if what stands at `index` introduces one: ` id="`, `"#` or `(#`.
    private func startOfName(after index: Int) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: " "): bytes[index...].starts(with: Self.definition) ? index + Self.definition.count : nil
        case UInt8(ascii: "\""), UInt8(ascii: "("): index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#") ? index + 2 : nil
        default: nil
        }
    }

    private static let definition = Array(#" id=""#.utf8)

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
}
