import Charts

/// The form that a log is dropped into.
struct UploadForm {
    let heading: String
    let explanation: String
    let choose: String
    let drop: String
    let send: String
    let dateFormat: String
    let dateFormats: [Option]
    let command: String

    init(_ reader: Reader) {
        let locale = reader.locale
        heading = locale.phrase(
            "Import a purchase log", de: "Kaufprotokoll importieren", fr: "Importer un journal d’achats",
            es: "Importar un registro de compras")
        explanation = locale.phrase(
            "A CSV file, zipped or not, or an Excel workbook, with at least the date, the item and a price. It is read first, and kept only when you say so.",
            de:
                "Eine CSV-Datei, gern gepackt, oder eine Excel-Mappe mit mindestens Datum, Artikel und Preis. Sie wird erst gelesen und nur auf Ihr Wort behalten.",
            fr:
                "Un fichier CSV, compressé ou non, ou un classeur Excel, avec au moins la date, l’article et un prix. Il est d’abord lu, et gardé seulement si vous le dites.",
            es:
                "Un archivo CSV, comprimido o no, o un libro de Excel, con al menos la fecha, el artículo y un precio. Primero se lee, y solo se guarda si usted lo dice."
        )
        choose = locale.phrase("Purchase log", de: "Kaufprotokoll", fr: "Journal d’achats", es: "Registro de compras")
        drop = locale.phrase("or drop it here", de: "oder hier ablegen", fr: "ou déposez-le ici", es: "o suéltelo aquí")
        send = locale.phrase("Look at it first", de: "Erst ansehen", fr: "Examiner d’abord", es: "Examinarlo primero")
        dateFormat = locale.phrase("Dates", de: "Datumsangaben", fr: "Dates", es: "Fechas")
        dateFormats = [
            ("", locale.phrase("told by the file", de: "aus der Datei erkannt", fr: "d’après le fichier", es: "según el archivo")),
            ("MM/DD/YYYY", "MM/DD/YYYY"), ("DD/MM/YYYY", "DD/MM/YYYY"), ("YYYY-MM-DD", "YYYY-MM-DD"),
        ].map { Option(value: $0, label: $1, isChosen: $0.isEmpty) }
        command = locale.phrase("From a terminal:", de: "Im Terminal:", fr: "Depuis un terminal :", es: "Desde una terminal:")
    }
}
