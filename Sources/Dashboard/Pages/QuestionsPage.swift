import Charts
public import LogReading

/// What a log that was sent leaves open, to be answered.
public struct QuestionsPage: Sendable {
    let frame: Frame
    let heading: String
    let reading: ReadingForm
    let problem: String?
    let other: Link

    /// - Parameters:
    ///   - problem: what was wrong with the last answers.
    ///   - isRemembered: whether the options are those of an earlier log with the same columns.
    public init(
        _ questions: [LogQuestion], options: PurchaseLog.Options, fileName: String, problem: String?, token: String,
        isRemembered: Bool = false, for reader: Reader
    ) {
        heading = reader.locale.phrase(
            "What is in \(fileName)", de: "Das steht in \(fileName)", fr: "Contenu de \(fileName)", es: "Contenido de \(fileName)")
        frame = Frame(heading, in: .imports, for: reader)
        reading = ReadingForm(questions: questions, summary: nil, options: options, token: token, isRemembered: isRemembered, for: reader)
        self.problem = problem
        other = Link(
            label: reader.locale.phrase("Another file", de: "Andere Datei", fr: "Un autre fichier", es: "Otro archivo"),
            href: Address(["import"], reader.fields).text)
    }
}
