import Charts
import Reports

/// Whether suggestions help: how many were shown, and how many of them were bought within their days.
public struct SuggestionCountsPage: Sendable {
    public struct Count: Sendable {
        let kind: String
        let isMailed: Bool
        let shown: Int
        let bought: Int
        let open: Int

        /// - Parameters:
        ///   - kind: as `recommendations.json` writes it.
        ///   - open: how many of those shown have days left.
        public init(kind: String, isMailed: Bool, shown: Int, bought: Int, open: Int) {
            self.kind = kind
            self.isMailed = isMailed
            self.shown = shown
            self.bought = bought
            self.open = open
        }
    }

    struct Row {
        let kind: String
        let place: String
        let numbers: [String]
    }

    let frame: Frame
    let heading: String
    let note: String
    let isEmpty: Bool
    let texts: [String]
    let numbers: [String]
    let rows: [Row]

    public init(_ counts: [Count], days: Int, for reader: Reader) {
        let locale = reader.locale
        heading = locale.phrase(
            "Do suggestions help?", de: "Helfen Vorschläge?", fr: "Les suggestions aident-elles\u{A0}?", es: "¿Ayudan las sugerencias?")
        frame = Frame(heading, in: .shop, for: reader)
        isEmpty = counts.isEmpty
        let within = locale.text(of: days, .day)
        note =
            counts.isEmpty
            ? locale.phrase(
                "Nothing was suggested yet.", de: "Noch wurde nichts vorgeschlagen.", fr: "Rien n’a encore été suggéré.",
                es: "Aún no se ha sugerido nada.")
            : locale.phrase(
                "What was shown, and bought within \(within). Nobody is named, and many of these purchases would have been made anyway.",
                de:
                    "Was gezeigt und binnen \(days == 1 ? "1 Tag" : "\(locale.text(of: days)) Tagen") gekauft wurde. Niemand wird genannt, und vieles davon wäre ohnehin gekauft worden.",
                fr:
                    "Ce qui a été montré, puis acheté sous \(within). Personne n’est nommé, et beaucoup de ces achats auraient eu lieu de toute façon.",
                es:
                    "Lo que se mostró y se compró en \(within). No se nombra a nadie, y muchas de estas compras se habrían hecho igualmente."
            )
        texts = [
            locale.phrase("Kind", de: "Art", fr: "Genre", es: "Tipo"),
            locale.phrase("Shown in", de: "Gezeigt in", fr: "Montré dans", es: "Mostrado en"),
        ]
        numbers = [
            locale.phrase("Shown", de: "Gezeigt", fr: "Montrés", es: "Mostradas"),
            locale.phrase("Bought", de: "Gekauft", fr: "Achetés", es: "Compradas"),
            locale.phrase("Share", de: "Anteil", fr: "Part", es: "Parte"),
            locale.phrase("Days left", de: "Noch offen", fr: "En cours", es: "En curso"),
        ]
        rows = counts.map { count in
            Row(
                kind: locale.name(ofSuggestionKind: count.kind),
                place: count.isMailed
                    ? locale.phrase("mails", de: "Mails", fr: "courriels", es: "correos")
                    : locale.phrase("lists", de: "Listen", fr: "listes", es: "listas"),
                numbers: [
                    locale.text(of: count.shown), locale.text(of: count.bought),
                    NumberFormat.percent.text(Double(count.bought) / Double(max(1, count.shown)), in: locale), locale.text(of: count.open),
                ])
        }
    }
}
