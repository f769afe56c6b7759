import ArgumentParser
import Purchases

/// How a purchase log is to be read where it does not say so itself.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A column that the header names otherwise, as in date=\"Purchased on\". May be repeated.", valueName: "field=column"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "The order of the dates, as in MM/DD/YYYY or DD/MM/YYYY; told by the whole file when left out.", valueName: "format"))
    var dateFormat: String?

    static let names = ["map", "date-format"]

    func validate() throws { _ = try reading }

    /// What was given, for the log's reader.
    var reading: PurchaseLog.Options {
        get throws {
            var options = PurchaseLog.Options()
            do { for mapping in map { try options.map(mapping) } } catch { throw ValidationError("\(error)") }
            if let dateFormat {
                guard let order = DateOrder(pattern: dateFormat) else {
                    throw ValidationError("'\(dateFormat)' is no date format: write the order of day, month and year, as in DD/MM/YYYY.")
                }
                options.dateOrder = order
            }
            return options
        }
    }
}
