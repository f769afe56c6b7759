public import Drawing

extension Color {
    /// Reads a color as CSS writes it: `#abc`, `#aabbcc`, `#aabbccdd`, `rgb(…)`, `rgba(…)`, `hsl(…)`, `hsla(…)` or a name; nil for none.
    ///
    /// As browsers do, it takes channels above their range for the most there is.
    public init?(css text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let text = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
        let trimmed = text.drop { $0 == " " }
        if trimmed.hasPrefix("#") {
            self.init(hexDigits: trimmed.dropFirst().filter { $0 != " " })
        } else if let open = trimmed.firstIndex(of: "(") {
            let name = trimmed[..<open]
            let parts = trimmed[trimmed.index(after: open)...].prefix { $0 != ")" }.split { $0 == "," || $0 == " " || $0 == "/" }
            self.init(function: name, parts)
        } else {
            let name = trimmed.filter { $0 != " " }
            if name == "transparent" {
                self = .clear
            } else if let hex = Self.names[name] {
                self.init(hex)
            } else {
                return nil
            }
        }
    }

    /// Reads three, four, six or eight hexadecimal digits.
    public init?(hexDigits text: some StringProtocol) {
        let digits = text.compactMap { $0.isASCII ? $0.hexDigitValue.map { UInt8($0) } : nil }
        guard digits.count == text.count else { return nil }
        switch digits.count {
        case 3, 4:
            self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17, alpha: digits.count == 4 ? digits[3] * 17 : 255)
        case 6, 8:
            let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
            self.init(red: pairs[0], green: pairs[1], blue: pairs[2], alpha: pairs.count == 4 ? pairs[3] : 255)
        default: return nil
        }
    }

    private init?(function name: Substring, _ parts: [Substring]) {
        func number(_ text: Substring) -> Double? {
            Double(text.hasSuffix("%") ? text.dropLast() : text.hasSuffix("deg") ? text.dropLast(3) : text)
        }
        guard (3...4).contains(parts.count), let a = number(parts[0]), let b = number(parts[1]), let c = number(parts[2]) else {
            return nil
        }
        var alpha = 1.0
        if parts.count == 4 {
            guard let share = number(parts[3]) else { return nil }
            // `255` for opaque is a known mistake, which browsers take for 1.
            alpha = parts[3].hasSuffix("%") ? share / 100 : share
        }
        func byte(_ value: Double) -> UInt8 { value.isFinite ? UInt8(min(max(value.rounded(), 0), 255)) : 0 }
        switch name {
        case "rgb", "rgba":
            func channel(_ value: Double, _ text: Substring) -> UInt8 { byte(text.hasSuffix("%") ? value * 2.55 : value) }
            self.init(red: channel(a, parts[0]), green: channel(b, parts[1]), blue: channel(c, parts[2]), alpha: byte(alpha * 255))
        case "hsl", "hsla":
            guard a.isFinite else { return nil }
            let (s, l) = (min(max(b / 100, 0), 1), min(max(c / 100, 0), 1))
            let hue = (a.truncatingRemainder(dividingBy: 360) + 360).truncatingRemainder(dividingBy: 360)
            func channel(_ n: Double) -> UInt8 {
                let k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
                return byte((l - s * min(l, 1 - l) * max(-1, min(k - 3, 9 - k, 1))) * 255)
            }
            self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: byte(alpha * 255))
        default: return nil
        }
    }
}
