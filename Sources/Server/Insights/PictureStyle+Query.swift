import Charts
import Reports
import Drawing

extension PictureStyle {
    /// Reads `width`, `height`, `scale`, `margin`, `theme`, `background`, `quality` and `text`.
    init(_ reader: inout QueryReader) {
        self.init()
        read(&reader)
    }

    /// Reads the same in place of what is so far.
    mutating func read(_ reader: inout QueryReader) {
        if let width = reader.value(.wholeNumber("width", in: 100...2000)) { size.width = Double(width) }
        if let height = reader.value(.wholeNumber("height", in: 80...2000)) { size.height = Double(height) }
        if let scale = reader.value(.scale) { self.scale = scale }
        margin = reader.value(.wholeNumber("margin", in: 0...40)).map(Double.init) ?? margin
        if let appearance = reader.value(Parameter<Appearance>.choice("theme")) { self.appearance = appearance }
        background = reader.value(.background) ?? background
        isLossless = reader.value(Parameter<Bool>.choice("quality", among: ["lossless": true])) ?? isLossless
        isTextLive = reader.value(Parameter<Bool>.choice("text", among: ["outlines": false, "live": true])) ?? isTextLive
    }

    /// The style as a query writes it, what was left out included.
    var fields: [(name: String, value: String)] {
        var fields = [
            ("width", String(Int(size.width))), ("height", String(Int(size.height))),
            ("scale", scale == scale.rounded() ? String(Int(scale)) : "\(scale)"), ("theme", appearance.rawValue),
        ]
        if let margin { fields.append(("margin", String(Int(margin)))) }
        if let background {
            let channels = [background.red, background.green, background.blue].map {
                String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
            }
            fields.append(("background", background.alpha == 0 ? "transparent" : channels.joined()))
        }
        if isLossless { fields.append(("quality", "lossless")) }
        if isTextLive { fields.append(("text", "live")) }
        return fields
    }
}

extension Parameter<Double> {
    /// A number from 1 to 4 with at most two decimals.
    fileprivate static var scale: Parameter {
        Parameter("scale", .number(in: 1...4)) { text throws(Unreadable) in
            let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let isNumber =
                parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
                && (parts.count < 2 || parts[1].utf8.count <= 2)
            guard isNumber, let scale = Double(text), (1...4).contains(scale) else {
                throw Unreadable(text, isNot: "a number from 1 to 4 with at most two decimals, such as 2 or 1.5")
            }
            return scale
        }
    }
}

extension Parameter<Color> {
    fileprivate static var background: Parameter {
        Parameter("background", .string(matching: "^(transparent|#?[0-9A-Fa-f]{3}|#?[0-9A-Fa-f]{6})$")) { text throws(Unreadable) in
            if text == "transparent" { return .clear }
            var digits = text[...]
            if digits.first == "#" { digits.removeFirst() }
            let values = digits.utf8.count <= 6 ? digits.compactMap { $0.isASCII ? $0.hexDigitValue.map(UInt8.init) : nil } : []
            switch (digits.count, values.count) {
            case (3, 3): return Color(red: values[0] * 17, green: values[1] * 17, blue: values[2] * 17)
            case (6, 6):
                return Color(red: values[0] << 4 | values[1], green: values[2] << 4 | values[3], blue: values[4] << 4 | values[5])
            default: throw Unreadable(text, isNot: "'transparent' or a color such as ffffff or fff, in hexadecimal digits")
            }
        }
    }
}
