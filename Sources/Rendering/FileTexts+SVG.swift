extension FileTexts {
    /// Reads the first `title`, `desc` and `metadata` of an SVG.
    init(svg bytes: [UInt8]) {
        for (element, keyword) in [("title", "Title"), ("desc", "Description"), ("metadata", PictureFile.keyword)] {
            if let text = Self.content(of: element, in: bytes) { keep(text, as: keyword) }
        }
    }

    private static func content(of element: String, in bytes: [UInt8]) -> String? {
        guard let opening = bytes.firstRange(of: "<\(element)".utf8),
            let start = bytes[opening.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let end = bytes[(start + 1)...].firstRange(of: "</\(element)>".utf8), end.lowerBound - start <= PictureFile.textLimit
        else { return nil }
        let text = String(decoding: bytes[(start + 1)..<end.lowerBound], as: UTF8.self)
        // The ampersand last: what it stands for may look like another of them.
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
