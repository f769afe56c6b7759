import ArgumentParser
import LogReading

/// What a purchase log does not say itself.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The column of a field, as in date=\"Purchased on\". The fields: order, customer, date, product, item, brand, category, quantity, "
                + "price (of one unit), total (of the line), description, currency, status, debit, credit, discount. May be repeated.",
            valueName: "field=column"))
    var map: [String] = []

    @Option(help: ArgumentHelp("One value of a field for all rows, as in customer=me. May be repeated.", valueName: "field=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("A column that holds no field, whatever its name. May be repeated.", valueName: "column"))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp("Keep only rows with this value, as in Currency=EUR; of several for one column any.", valueName: "column=value"))
    var keep: [String] = []

    @Option(
        help: ArgumentHelp(
            "The order of the dates, in the letters of Unicode: dd.MM.yy, M/d/yyyy, iso, excel, \"days since 2020-12-31\". Told by the whole file when "
                + "left out.", valueName: "format"))
    var dateFormat: String?

    @Option(help: ArgumentHelp("What stands before decimals: . or ,", valueName: "sign"))
    var decimal: String?

    @Option(help: ArgumentHelp("The currency of the sums, as in EUR.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("Which sums are spending: positive or negative, as in statements of accounts.", valueName: "sign"))
    var spending: String?

    @Option(help: ArgumentHelp("The encoding of the text, as in windows-1252.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp("What stands between cells: comma, semicolon, tab, pipe, space or another character.", valueName: "character"))
    var delimiter: String?

    @Option(help: ArgumentHelp("What stands around cells: double, single or none.", valueName: "quote"))
    var quote: String?

    @Option(help: ArgumentHelp("The line that names the columns, from 1; 0 where none does, and columns are 1, 2, 3.", valueName: "line"))
    var headerRow: String?

    @Option(help: ArgumentHelp("The sheet of a workbook, by name or number.", valueName: "sheet"))
    var sheet: String?

    @Option(help: ArgumentHelp("The layout of a known export; `cartograph profiles` lists them.", valueName: "name"))
    var profile: String?

    @Flag(help: "Take the likelier answer of every question, and say which.")
    var yes = false

    static let names = LogOption.allCases.map(\.rawValue)
    static let flags = ["yes"]

    func validate() throws { _ = try reading }

    /// What was given, for the log's reader.
    var reading: PurchaseLog.Options {
        get throws {
            var options = PurchaseLog.Options()
            do {
                for option in LogOption.allCases { for value in values(of: option) { try options.take(option, value) } }
            } catch {
                throw ValidationError("\(error)")
            }
            options.takesLikelier = yes
            return options
        }
    }

    private func values(of option: LogOption) -> [String] {
        func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
        return switch option {
        case .encoding: one(encoding)
        case .delimiter: one(delimiter)
        case .quote: one(quote)
        case .headerRow: one(headerRow)
        case .decimal: one(decimal)
        case .currency: one(currency)
        case .keep: keep
        case .dateFormat: one(dateFormat)
        case .map: map
        case .set: set
        case .ignore: ignore
        case .spending: one(spending)
        case .sheet: one(sheet)
        case .profile: one(profile)
        }
    }
}
