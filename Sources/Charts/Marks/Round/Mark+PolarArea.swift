import Drawing

extension Mark {
    /// Sectors of equal angles around a middle, whose areas stand for values: cycles, and parts whose order says something.
    ///
    /// The area is true to the value, as in Nightingale's roses: the radius grows with its square root, and so do the rings with their
    /// numbers. (Chart.js lets the radius grow with the value itself, so that twice as much covers four times the area.)
    public struct PolarArea: Hashable, Sendable {
        /// One sector each, clockwise from 12 o'clock. A value below zero has no area: it is told in a note.
        public var rows: [Arc.Row]

        public init(rows: [Arc.Row]) { self.rows = rows }
    }
}

extension Mark.PolarArea: SolitaryMark {
    var mark: Mark { .polarArea(self) }
    var isEmpty: Bool { rows.allSatisfy { $0.value <= 0 } }
    var numbers: [Double] { rows.map(\.value) }
    var hasLengths: Bool { true }

    func namedValues(in words: MarkWords) -> [NamedValue] { rows.map { NamedValue(name: $0.name, value: $0.value) } }

    func note(in words: MarkWords) -> String? {
        let names = rows.filter { $0.value < 0 }.map { "\($0.name.clipped(to: 30).isolated) \(words.text(of: $0.value))" }
        guard !names.isEmpty, !isEmpty else { return nil }
        let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " \(words.locale.more(names.count - 3))" : "")
        return words.locale.phrase(
            "Below zero, not drawn: \(list).", de: "Unter null, nicht gezeichnet: \(list).",
            fr: "Sous zéro, non dessiné\u{A0}: \(list).", es: "Bajo cero, sin dibujar: \(list).")
    }

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        PolarAreaPlot(self, of: chart, in: context).nodes(in: body, detail: detail)
    }
}
