import Drawing

extension Mark {
    /// One value within what it may be: a part of a half ring or of a ring, or a place in bands of color.
    public struct Gauge: Hashable, Sendable {
        /// A part of the domain, from where the one before it ends.
        public struct Band: Hashable, Sendable {
            /// Empty for none.
            public var name: String
            public var end: Double
            public var color: MarkColor

            public init(_ name: String = "", to end: Double, color: MarkColor) {
                self.name = name
                self.end = end
                self.color = color
            }
        }

        public enum Shape: Hashable, Sendable {
            /// From 9 o'clock over 12 to 3, with both ends of the domain named.
            case halfRing
            /// All around from 12 o'clock.
            case ring
        }

        /// Empty for none.
        public var name: String
        /// One beyond the domain is drawn at its end, and a note says so.
        public var value: Double
        public var domain: ClosedRange<Double>
        /// In rising order; none for a value that colors its own part of the ring.
        public var bands: [Band]
        public var shape: Shape
        public var color: MarkColor

        public init(
            _ name: String = "", value: Double, domain: ClosedRange<Double>, bands: [Band] = [], shape: Shape = .halfRing,
            color: MarkColor = .accent
        ) {
            self.name = name
            self.value = value
            self.domain = domain
            self.bands = bands.sorted { $0.end < $1.end }
            self.shape = shape
            self.color = color
        }
    }
}

extension Mark.Gauge: SolitaryMark {
    var mark: Mark { .gauge(self) }
    var numbers: [Double] { [value, domain.lowerBound, domain.upperBound] + bands.map(\.end) }
    var hasLengths: Bool { true }
    var isSummable: Bool { false }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        [NamedValue(name: name.isEmpty ? words.chart.topic ?? words.chart.title : name, value: value)]
    }

    /// As in `72 of 100`, and which band that is in.
    func message(in words: MarkWords) -> String? {
        let (low, high, value) = (words.text(of: domain.lowerBound), words.text(of: domain.upperBound), words.text(of: value))
        let place =
            domain.lowerBound == 0
            ? words.locale.phrase("\(value) of \(high)", de: "\(value) von \(high)", fr: "\(value) sur \(high)", es: "\(value) de \(high)")
            : words.locale.phrase(
                "\(value) on a scale from \(low) to \(high)", de: "\(value) auf einer Skala von \(low) bis \(high)",
                fr: "\(value) sur une échelle de \(low) à \(high)", es: "\(value) en una escala de \(low) a \(high)")
        let band = bands.first { self.value < $0.end } ?? bands.last
        let parts = [name.clipped(to: 40), band?.name.clipped(to: 30) ?? ""].map { $0.isEmpty ? "" : $0.isolated }
        return (parts[0].isEmpty ? place : words.locale.text(parts[0], saying: place)) + (parts[1].isEmpty ? "" : ", \(parts[1])") + "."
    }

    /// The value, and from where to where each band goes.
    func lines(in words: MarkWords) -> [String] {
        let own = namedValues(in: words).map { $0.name.isEmpty ? words.text(of: $0.value) : words.line($0.name, words.text(of: $0.value)) }
        let starts = [domain.lowerBound] + bands.map(\.end)
        return own
            + zip(starts, bands).enumerated().map { index, part in
                words.line(
                    part.1.name.isEmpty ? "\(index + 1)" : part.1.name, "\(words.text(of: part.0))–\(words.text(of: part.1.end))")
            }
    }

    func note(in words: MarkWords) -> String? {
        guard !domain.contains(value) else { return nil }
        let value = words.text(of: value)
        return words.locale.phrase(
            "\(value) is beyond the scale.", de: "\(value) liegt außerhalb der Skala.", fr: "\(value) est hors de l’échelle.",
            es: "\(value) queda fuera de la escala.")
    }

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        GaugePlot(gauge: self, chart: chart, context: context).nodes(in: body, detail: detail)
    }
}
