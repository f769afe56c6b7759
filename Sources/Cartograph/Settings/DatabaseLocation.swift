import ArgumentParser
import SQLiteStorage
import Storage

/// Where the purchases are kept, as `--database` names it.
enum DatabaseLocation: Hashable, Sendable {
    case sqlite(path: String)

    /// Opens the database, making it if there is none.
    func open() throws(StorageError) -> any PurchaseStore & BucketListStore & LinkStore & MailSubscriptionStore {
        switch self {
        case .sqlite(let path): try SQLitePurchaseStore(path: path)
        }
    }
}

extension DatabaseLocation: CustomStringConvertible {
    /// Reads `sqlite:PATH`.
    init(_ text: String) throws(ValidationError) {
        var path = text.dropFirst("sqlite:".count)
        // As an address: `sqlite:///srv/shop.sqlite` is /srv/shop.sqlite.
        if path.hasPrefix("//") { path = path.dropFirst(2) }
        guard text.hasPrefix("sqlite:"), !path.isEmpty else {
            // What comes before an @ may be a password.
            let shown = text.split(separator: "@", maxSplits: 1).last.map(String.init) ?? text
            throw ValidationError("'\(shown)' is no database this version can open: give sqlite:PATH, as in sqlite:shop.sqlite.")
        }
        self = .sqlite(path: String(path))
    }

    var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        }
    }
}

struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Where the purchases are kept: sqlite:PATH.", valueName: "url"),
        transform: DatabaseLocation.init(_:)
    )
    var database = DatabaseLocation.sqlite(path: "cartograph.sqlite")

    static let names = ["database"]
}
