extension FileTexts {
    /// Reads the first `title`, `desc` and `metadata` of an SVG.
    init(svg bytes: [UInt8]) {
        for (element, keyword) in [("title", "Title"), ("desc", "Description"), ("metadata", PictureFile.keyword)] {
            if let text = Self.content(of: element, in: bytes) { keep(text, as: keyword) }
        }
    }

    private static func content(of element: String, in bytes: [UInt8]) -> String? {
        guard let opening = bytes.firstRange(of: "<\(element)", from: 0),
            let start = bytes.firstRange(of: ">", from: opening.upperBound)?.upperBound,
            let end = bytes.firstRange(of: "</\(element)>", from: start), end.lowerBound - start <= PictureFile.textLimit
        else { return nil }
        let text = String(decoding: bytes[start..<end.lowerBound], as: UTF8.self)
        // The ampersand last: what it stands for may look like another of them.
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
