import ArgumentParser
import SQLiteStorage
import Storage

/// Where the purchases are kept, as `--database` names it.
enum DatabaseLocation: Hashable, Sendable {
    case sqlite(path: String)

    /// Opens the database, making it if there is none.
    func open() throws(StorageError) -> any PurchaseStore {
        switch self {
        case .sqlite(let path): try SQLitePurchaseStore(path: path)
        }
    }
}

extension DatabaseLocation: ExpressibleByArgument {
    init?(argument: String) {
        guard argument.hasPrefix("sqlite:") else { return nil }
        var path = argument.dropFirst("sqlite:".count)
        // As an address: `sqlite:///srv/shop.sqlite` is /srv/shop.sqlite.
        if path.hasPrefix("//") { path = path.dropFirst(2) }
        guard !path.isEmpty else { return nil }
        self = .sqlite(path: String(path))
    }

    var defaultValueDescription: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        }
    }
}

struct DatabaseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where the purchases are kept: sqlite:PATH.", valueName: "url"))
    var database = DatabaseLocation.sqlite(path: "cartograph.sqlite")

    static let names = ["database"]
}
