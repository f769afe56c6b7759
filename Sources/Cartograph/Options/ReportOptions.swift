import ArgumentParser
import Server

/// The filters and the choices of a report in the HTTP contract, word for word.
struct ReportOptions: ParsableArguments {
    @OptionGroup var selection: SelectionOptions
    @Option(help: "A year such as 2024.") var year: String?
    @Option(help: "a4 or letter; by default what the locale's printers hold.") var paper: String?
    @Option(help: "The day of the mail; by default the last that the report is about; for eml.") var date: String?
    @Option(help: "An https address that ends the subscription; for eml.") var unsubscribe: String?
    @Option(help: "embedded or linked: within the mail, or by signed links to the server at --base; for eml.") var pictures: String?

    private static let ownNames = ["year", "paper", "date", "unsubscribe", "pictures"]
    static let names = SelectionOptions.names + ownNames

    /// The options that were given, as a query. A `--from` or a `--to` with an `@` is somebody, any other a day.
    var query: Query {
        let people = ["from": "sender", "to": "recipient"]
        let fields = selection.fields.map { field in
            (name: field.value.contains("@") ? people[field.name] ?? field.name : field.name, value: field.value)
        }
        return Query(
            fields + zip(Self.ownNames, [year, paper, date, unsubscribe, pictures]).compactMap { name, value in value.map { (name, $0) } })
    }
}
