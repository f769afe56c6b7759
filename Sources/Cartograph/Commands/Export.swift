import ArgumentParser
import Foundation
import Purchases
import Reports
import Storage

struct Export: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives every purchase back as a log, to keep, to ask elsewhere, or to import again.",
        usage: """
            cartograph export --output purchases.csv
            cartograph export --user U001 --from 2024-01-01 --format jsonl
            """,
        discussion: """
            Dates are ISO 8601, numbers plain. The log of all shoppers, imported into an empty database, makes the same one. Into DuckDB it \
            goes with `CREATE TABLE purchase AS FROM 'purchases.csv'`.
            """
    )
    static let options = DatabaseOptions.names + ["user", "from", "format", "output"]

    @Option(help: ArgumentHelp("Whose purchases; everybody's when not given.", valueName: "id"))
    var user: String?

    @Option(help: ArgumentHelp("The first day, as in 2024-01-31.", valueName: "date"))
    var from: String?

    @Option(help: "csv or jsonl: a table, or an object a line.")
    var format = ExportFormat.csv

    @Option(help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let first = try from.map { text in
            guard let date = CalendarDate(text) else { throw ValidationError("'\(text)' is no date: write it as in 2024-01-31.") }
            return date
        }
        let store = try open(database.database)
        do {
            let file = try outputFile()
            let before = try await store.revision()
            let (shoppers, lines) = try await write(PurchaseFilter(from: first), from: store, to: file)
            if output != "-" { try file.close() }
            Terminal.error("\(lines) purchases of \(shoppers) \(shoppers == 1 ? "shopper" : "shoppers") written")
            if try await store.revision() != before {
                Terminal.error(
                    "Purchases were imported meanwhile: each shopper is as they were at one moment, the shop is not. Run it again.")
            }
        } catch let error as StorageError {
            throw Failure(error)
        }
    }

    private func outputFile() throws -> FileHandle {
        guard output != "-" else { return .standardOutput }
        guard FileManager.default.createFile(atPath: output, contents: nil), let file = FileHandle(forWritingAtPath: output) else {
            throw Failure("'\(output)' cannot be written: check that its folder exists and may be written to.")
        }
        return file
    }

    private static let pageSize = 1_000
    private static let chunkSize = 1 << 20

    /// Writes the purchases that pass, and returns how many they are and of how many shoppers.
    private func write(
        _ filter: PurchaseFilter, from store: any PurchaseStore, to file: FileHandle
    ) async throws -> (shoppers: Int, lines: Int) {
        let currency = try await store.currency()
        var bytes = format.head(currency)
        var (shoppers, lines) = (0, 0)
        var page = try await users(after: nil, in: store)
        while !page.isEmpty {
            for user in page {
                let purchases = try await store.log(of: user).value.filter(filter.contains)
                for purchase in purchases {
                    format.append(purchase, currency, to: &bytes)
                    guard bytes.count >= Self.chunkSize else { continue }
                    try file.write(contentsOf: Data(bytes))
                    bytes.removeAll(keepingCapacity: true)
                }
                lines += purchases.count
                shoppers += purchases.isEmpty ? 0 : 1
            }
            page = try await users(after: page.last, in: store)
        }
        try file.write(contentsOf: Data(bytes))
        return (shoppers, lines)
    }

    private func users(after last: UserID?, in store: any PurchaseStore) async throws -> [UserID] {
        guard let user else { return try await store.users(matching: nil, after: last, limit: Self.pageSize).value }
        return last == nil ? [UserID(rawValue: user)] : []
    }
}

/// How a log is written.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, jsonl

    private static let columns = [
        "OrderID", "CustomerID", "OrderDate", "ProductID", "Item Name", "Brand", "Category", "Quantity", "Base Price", "TotalPrice",
        "Description",
    ]

    /// What stands before the first purchase.
    ///
    /// - Parameter currency: what all sums are in; nil where nobody has named it, and there is no column for it.
    func head(_ currency: String?) -> [UInt8] {
        self == .csv ? Array("\((Self.columns + (currency == nil ? [] : ["Currency"])).joined(separator: ","))\n".utf8) : []
    }

    /// Appends a line.
    func append(_ purchase: Purchase, _ currency: String?, to bytes: inout [UInt8]) {
        let texts = [
            purchase.order.rawValue, purchase.user.rawValue, purchase.date.description, purchase.productID, purchase.itemName,
            purchase.brand,
            purchase.category,
        ]
        switch self {
        case .csv:
            for text in texts {
                // Exactly as it is kept: what reads this is no spreadsheet.
                bytes.append(cell: text)
                bytes.append(UInt8(ascii: ","))
            }
            bytes += "\(purchase.quantity),\(purchase.basePrice),\(purchase.totalPrice),\(currency.map { ",\($0)" } ?? "")".utf8
        case .jsonl:
            let values =
                texts.map(JSON.string) + [
                    .number(purchase.quantity.amount), .price(purchase.basePrice), .money(purchase.totalPrice), .string(""),
                ]
            var members = JSON.Members(zip(Self.columns, values))
            if let currency { members.append("Currency", .string(currency)) }
            bytes += JSON.object(members).bytes
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
