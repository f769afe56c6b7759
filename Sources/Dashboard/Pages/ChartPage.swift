import Charts

/// The page where a chart is drawn of data that is pasted into it.
public struct ChartPage: Sendable {
    /// What was filled in.
    public struct Form: Sendable {
        /// Rows, or a chart in JSON.
        public var text: String
        /// By the names of the form's fields.
        public var fields: [String: String]

        public init(text: String = "", fields: [String: String] = [:]) {
            self.text = text
            self.fields = fields
        }
    }

    /// The chart that was drawn.
    public struct Drawing: Sendable {
        /// The path of the PNG, and that of its siblings by extension.
        public var picture: String
        public var siblings: [(extension: String, path: String)]
        /// The whole address, for a mail or a page elsewhere.
        public var address: String
        public var html: String
        public var words: String
        public var width: Int
        public var height: Int
        /// Until when the address works; nil where it works as long as the server does.
        public var lastDay: String?
        public var warnings: [String]

        public init(
            picture: String, siblings: [(extension: String, path: String)], address: String, html: String, words: String, width: Int,
            height: Int, lastDay: String?, warnings: [String]
        ) {
            self.picture = picture
            self.siblings = siblings
            self.address = address
            self.html = html
            self.words = words
            self.width = width
            self.height = height
            self.lastDay = lastDay
            self.warnings = warnings
        }
    }

    struct Result {
        let picture: String
        let width: Int
        let height: Int
        let words: String
        let address: String
        let html: String
        let links: [Link]
        let lifetime: String?
        let warnings: [String]
        let hasWarnings: Bool
        let heading: String
        let addressLabel: String
        let htmlLabel: String
        let wordsLabel: String
        let warningsLabel: String
    }

    struct TextField {
        let label: String
        let name: String
        let value: String
        let kind: String
    }

    let frame: Frame
    let heading: String
    let explanation: String
    let problem: String?
    let result: Result?
    let textLabel: String
    let text: String
    let markLabel: String
    let marks: [Option]
    let fields: [TextField]
    let stackLabel: String
    let isStacked: Bool
    let draw: String
    let examplesLabel: String
    let examples: [Link]

    /// - Parameters:
    ///   - marks: the words for marks.
    ///   - examples: their names; each stands at `?example=NAME`.
    public init(
        _ form: Form, drawing: Drawing?, problem: String?, marks: [String], examples: [String], for reader: Reader
    ) {
        let l = reader.locale
        heading = l.phrase(
            "Charts of your own data", de: "Diagramme eigener Daten", fr: "Graphiques de vos données", es: "Gráficos de sus datos")
        frame = Frame(heading, in: .charts, for: reader)
        explanation = l.phrase(
            "Paste rows from a table, or a configuration of Chart.js. The picture has an address of its own, with the data in it; nothing is kept here.",
            de:
                "Zeilen einer Tabelle einfügen, oder eine Konfiguration von Chart.js. Das Bild hat eine eigene Adresse, in der die Daten stehen; hier wird nichts behalten.",
            fr:
                "Collez les lignes d’un tableau, ou une configuration de Chart.js. L’image a sa propre adresse, qui contient les données\u{202F}; rien n’est conservé ici.",
            es:
                "Pegue las filas de una tabla, o una configuración de Chart.js. La imagen tiene su propia dirección, con los datos dentro; aquí no se guarda nada."
        )
        self.problem = problem
        result = drawing.map { Result($0, in: l) }
        textLabel = l.phrase("Data", de: "Daten", fr: "Données", es: "Datos")
        text = form.text
        markLabel = l.phrase("Mark", de: "Darstellung", fr: "Marque", es: "Marca")
        let chosen = form.fields["mark"] ?? ""
        self.marks =
            [
                Option(
                    value: "",
                    label: l.phrase(
                        "bar, unless told", de: "bar, wenn nicht anders gesagt", fr: "bar, par défaut", es: "bar, si no se dice otra cosa"),
                    isChosen: chosen.isEmpty)
            ]
            + marks.map { Option(value: $0, label: $0, isChosen: $0 == chosen) }
        fields = [
            ("x", l.phrase("Column along the axis", de: "Spalte entlang der Achse", fr: "Colonne de l’axe", es: "Columna del eje"), "text"),
            ("y", l.phrase("Columns of values", de: "Spalten der Werte", fr: "Colonnes de valeurs", es: "Columnas de valores"), "text"),
            ("color", l.phrase("Column of series", de: "Spalte der Reihen", fr: "Colonne des séries", es: "Columna de series"), "text"),
            ("title", l.phrase("Title", de: "Titel", fr: "Titre", es: "Título"), "text"),
            (
                "format", l.phrase("Format of values", de: "Format der Werte", fr: "Format des valeurs", es: "Formato de los valores"),
                "text"
            ),
            ("width", l.phrase("Width", de: "Breite", fr: "Largeur", es: "Anchura"), "numeric"),
            ("height", l.phrase("Height", de: "Höhe", fr: "Hauteur", es: "Altura"), "numeric"),
        ].map { TextField(label: $1, name: $0, value: form.fields[$0] ?? "", kind: $2) }
        stackLabel = l.phrase("Series on one another", de: "Reihen gestapelt", fr: "Séries empilées", es: "Series apiladas")
        isStacked = form.fields["stack"] == "1"
        draw = l.phrase("Draw", de: "Zeichnen", fr: "Dessiner", es: "Dibujar")
        examplesLabel = l.phrase("Examples", de: "Beispiele", fr: "Exemples", es: "Ejemplos")
        self.examples = examples.map { Link(label: $0, href: Address(["charts"], reader.fields + [("example", $0)]).text) }
    }
}

extension ChartPage.Result {
    fileprivate init(_ drawing: ChartPage.Drawing, in l: Locale) {
        picture = drawing.picture
        (width, height) = (drawing.width, drawing.height)
        (words, address, html) = (drawing.words, drawing.address, drawing.html)
        links = drawing.siblings.map { Link(label: $0.extension.uppercased(), href: $0.path) }
        lifetime = drawing.lastDay.map { day in
            l.phrase(
                "It works without a login until \(day).", de: "Sie gilt ohne Anmeldung bis \(day).",
                fr: "Elle fonctionne sans connexion jusqu’au \(day).", es: "Funciona sin iniciar sesión hasta \(day).")
        }
        warnings = drawing.warnings
        hasWarnings = !drawing.warnings.isEmpty
        heading = l.phrase("The picture", de: "Das Bild", fr: "L’image", es: "La imagen")
        addressLabel = l.phrase("Address", de: "Adresse", fr: "Adresse", es: "Dirección")
        htmlLabel = l.phrase("HTML for a mail", de: "HTML für eine Mail", fr: "HTML pour un courriel", es: "HTML para un correo")
        wordsLabel = l.phrase("Alternative text", de: "Alternativtext", fr: "Texte alternatif", es: "Texto alternativo")
        warningsLabel = l.phrase("Left out", de: "Weggelassen", fr: "Omis", es: "Omitido")
    }
}
