import Drawing

extension Sheet {
    private static let ellipsis = "…"

    /// Returns the text, shortened with an ellipsis until it is no wider than `limit`; nothing when not even that fits.
    func fit(_ string: String, in font: Font, to limit: Double) -> String {
        guard width(of: string, in: font) > limit else { return string }
        var (low, high) = (0, string.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if width(of: Self.shortened(string, to: middle), in: font) <= limit { low = middle } else { high = middle - 1 }
        }
        if low > 0 { return Self.shortened(string, to: low) }
        return width(of: Self.ellipsis, in: font) <= limit ? Self.ellipsis : ""
    }

    /// Returns the text in at most `count` lines broken between words, the last one shortened where words are left.
    func wrap(_ string: String, in font: Font, to limit: Double, lines count: Int) -> [String] {
        var lines: [String] = []
        var rest = string.split(separator: " ", omittingEmptySubsequences: true)[...]
        while let first = rest.first, lines.count < count {
            guard lines.count < count - 1 else {
                lines.append(fit(rest.joined(separator: " "), in: font, to: limit))
                break
            }
            var line = String(first)
            rest.removeFirst()
            while let word = rest.first, width(of: "\(line) \(word)", in: font) <= limit {
                line += " \(word)"
                rest.removeFirst()
            }
            lines.append(fit(line, in: font, to: limit))
        }
        return lines.filter { !$0.isEmpty }
    }

    private static func shortened(_ string: String, to count: Int) -> String {
        var prefix = string.prefix(count)
        while let last = prefix.last, last.isWhitespace || ",·-–&(".contains(last) { prefix.removeLast() }
        return prefix + ellipsis
    }
}
