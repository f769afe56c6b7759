import CHarfBuzz
import Drawing

/// The faces of one weight, in the order in which they are asked for a glyph.
///
/// The bundled ones come first, so that what they have looks the same on every machine.
struct FontBook: Sendable {
    /// The face of Latin text, of digits and of the box that stands for a missing glyph.
    let main: Face
    /// The main face's metrics at a size of one point.
    let metrics: FontMetrics
    /// All faces but those in color, the main one first.
    private let plain: [Face]
    private let colored: [Face]

    /// - Parameter others: of these, the ones that cannot be drawn are left out.
    init(main: Face, others: [Face]) {
        let others = others.filter(\.isDrawable)
        self.main = main
        self.metrics = main.latinMetrics()
        self.plain = [main] + others.filter { !$0.isColored }
        self.colored = others.filter(\.isColored)
    }

    /// Returns the parts of a line, in the order of the text; characters are never divided.
    func items(of line: String) -> [TextItem] {
        guard !line.isEmpty else { return [] }
        if let item = simpleItem(of: line) { return [item] }
        let levels = BidirectionalLevels.levels(of: line.unicodeScalars)
        var items: [TextItem] = []
        var (byte, scalar) = (0, 0)
        for character in line {
            let end = byte + character.utf8.count
            let item = TextItem(
                range: byte..<end, face: face(for: character, after: items.last?.face), level: levels[scalar], script: character.script
            )
            if items.isEmpty || !items[items.count - 1].absorb(item) { items.append(item) }
            byte = end
            scalar += character.unicodeScalars.count
        }
        return items
    }

    /// The whole line, if it has only Latin letters and common signs that the main face has: the most frequent case.
    private func simpleItem(of line: String) -> TextItem? {
        let isSimple = line.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E: true
            // Latin-1 to Latin Extended-B, dashes and quotes, signs of currencies: nothing that is joined or runs to the left.
            case 0xA0...0xAC, 0xAE...0x24F, 0x2010...0x2027, 0x202F...0x205E, 0x20A0...0x20CF: main.covers(scalar)
            default: false
            }
        }
        return isSimple ? TextItem(range: 0..<line.utf8.count, face: main, level: 0, script: nil) : nil
    }

    /// - Parameter previous: the face of the character before.
    private func face(for character: Character, after previous: Face?) -> Face? {
        // A space belongs to the word before it.
        if character.isWhitespace, let previous, !previous.isColored, previous.covers(character) { return previous }
        let faces = character.isShownInColor ? colored + plain : plain + colored
        if let face = faces.first(where: { $0.covers(character) }) { return face }
        // A letter with a mark that no font has is still a letter.
        guard character.unicodeScalars.count > 1, let letter = character.unicodeScalars.first else { return nil }
        return faces.first { $0.covers(letter) }
    }
}

extension Character {
    /// Whether a reader expects a picture (UTS #51): an emoji by itself, or a sign that a selector makes one.
    fileprivate var isShownInColor: Bool {
        guard let first = unicodeScalars.first, first.properties.isEmoji else { return false }
        // VS15 asks for plain text.
        if unicodeScalars.contains("\u{FE0E}") { return false }
        return first.properties.isEmojiPresentation || unicodeScalars.dropFirst().contains { Self.makesEmoji($0) }
    }

    /// VS16, the zero-width joiner, or a tone of skin.
    private static func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier
    }

    /// The first script that a part of the character stands in.
    fileprivate var script: hb_script_t? {
        for scalar in unicodeScalars {
            let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
            switch script {
            case HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN: continue
            default: return script
            }
        }
        return nil
    }
}
