import CHarfBuzz

/// A part of a line that is shaped at once: one face, one direction, one script.
struct TextItem {
    typealias Script = hb_script_t

    /// In bytes of the line's UTF-8.
    var range: Range<Int>
    /// Nil for characters that no font has.
    var face: Face?
    /// The level of the Unicode bidirectional algorithm, even from left to right and odd from right to left.
    var level: UInt8
    /// Nil for what stands in no script of its own: digits, signs, spaces.
    var script: Script?

    var isRightToLeft: Bool { level % 2 == 1 }

    /// Takes `next` in if both can be shaped at once.
    mutating func absorb(_ next: TextItem) -> Bool {
        guard next.face === face, next.level == level, script == nil || next.script == nil || next.script == script else { return false }
        range = range.lowerBound..<next.range.upperBound
        script = script ?? next.script
        return true
    }
}

extension [TextItem] {
    /// Returns the items as they stand from left to right (rule L2 of UAX #9): from the highest level down to the lowest
    /// odd one, what stands at that level or above is reversed.
    func inVisualOrder() -> [TextItem] {
        guard let highest = map(\.level).max(), let lowest = lazy.filter(\.isRightToLeft).map(\.level).min() else { return self }
        var items = self
        for level in (lowest...highest).reversed() {
            var start = items.startIndex
            while start < items.endIndex {
                let end = items[start...].firstIndex { $0.level < level } ?? items.endIndex
                items[start..<end].reverse()
                start = Swift.max(end, start + 1)
            }
        }
        return items
    }
}
