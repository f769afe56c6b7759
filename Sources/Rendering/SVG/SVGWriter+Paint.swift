import Drawing

extension SVGWriter {
    /// A color, and what it is on a dark page.
    struct Paint {
        private let light: Color
        private let dark: Color?

        /// - Parameter dark: nil where there is no other look.
        init?(_ light: Color?, _ dark: Color?) {
            guard let light else { return nil }
            self.light = light
            self.dark = dark == light ? nil : dark
        }

        /// Returns the attribute `name` with the color, a space before it.
        ///
        /// The two looks are one CSS color that follows the page's `color-scheme`, whether the reader's system sets it or a switch.
        func attributes(_ name: String) -> String {
            if let dark { return " \(name)=\"light-dark(\(Self.hex(light)),\(Self.hex(dark)))\"" }
            let opaque = Color(red: light.red, green: light.green, blue: light.blue)
            let opacity = light.alpha == 255 ? "" : " \(name)-opacity=\"\(SVGWriter.number(Double(light.alpha) / 255))\""
            return " \(name)=\"\(Self.hex(opaque))\"\(opacity)"
        }

        /// As in `#2149b5`, and with two more digits where light comes through.
        private static func hex(_ color: Color) -> String {
            let channels = [color.red, color.green, color.blue] + (color.alpha == 255 ? [] : [color.alpha])
            return "#" + channels.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
    }
}
