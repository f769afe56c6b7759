import ArgumentParser
import PostgresStorage
import Purchases
import SQLiteStorage
import Storage

/// All that a database keeps.
typealias Database = PurchaseStore & BucketListStore & LinkStore & MailSubscriptionStore & AccessStore & SuggestionStore & ChartStore

/// Where the purchases are kept, as `--database` names it.
enum DatabaseLocation: Hashable, Sendable {
    case sqlite(path: String)
    case postgres(PostgresAddress)

    /// Opens the database, making it, or its tables, if there are none.
    ///
    /// - Parameters:
    ///   - replica: a copy of a PostgreSQL database to read from.
    ///   - onReplicaChange: told why it cannot be asked any more, and nil when it can again.
    func open(
        replica: PostgresAddress? = nil, onReplicaChange: @escaping @Sendable (StorageError?) -> Void = { _ in }
    ) throws(StorageError) -> any Database {
        let progress = MigrationProgress()
        return switch self {
        case .sqlite(let path): try SQLitePurchaseStore(path: path, today: CalendarDate.latestToday, onMigration: progress.tell)
        case .postgres(let address):
            try PostgresPurchaseStore(
                at: address, replica: replica, today: CalendarDate.latestToday, onMigration: progress.tell,
                onReplicaChange: onReplicaChange)
        }
    }
}

extension DatabaseLocation: CustomStringConvertible {
    /// Reads `sqlite:PATH` or `postgres://user:password@host:port/name`.
    init(_ text: String) throws(ValidationError) {
        if PostgresAddress.schemes.contains(where: text.hasPrefix) {
            do { self = .postgres(try PostgresAddress(text)) } catch {
                throw ValidationError(
                    "'\(Self.shown(text))' cannot be read: \(error). Write it as in postgres://user:password@host:5432/name; "
                        + "@, :, / and % in a password are written %40, %3A, %2F and %25."
                )
            }
            return
        }
        var path = text.dropFirst("sqlite:".count)
        // As an address: `sqlite:///srv/shop.sqlite` is /srv/shop.sqlite.
        if path.hasPrefix("//") { path = path.dropFirst(2) }
        guard text.hasPrefix("sqlite:"), !path.isEmpty else {
            throw ValidationError(
                "'\(Self.shown(text))' is no database this version can open: give sqlite:PATH, as in sqlite:shop.sqlite, "
                    + "or postgres://user:password@host:port/name."
            )
        }
        self = .sqlite(path: String(path))
    }

    /// Returns what may be shown of a location that cannot be read: what comes before an @ or in a query may be a password.
    private static func shown(_ text: String) -> String {
        let scheme = text.firstRange(of: "://").map { String(text[..<$0.upperBound]) } ?? ""
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count > 1, let place = parts.last { return "\(scheme)…@\(place.prefix { $0 != "?" })" }
        // Without an @, a user and a password look like a host and a port.
        return scheme.isEmpty ? text : "\(scheme)…"
    }

    var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let address): "\(address)"
        }
    }
}

struct DatabaseOptions: ParsableArguments {
    // Read by hand: the parser would show a value that it cannot read, and the password in it.
    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "Where the purchases are kept: sqlite:PATH or postgres://user:password@host:port/name. With a password better given as "
                + "CARTOGRAPH_DATABASE or DATABASE_URL.", valueName: "url")
    )
    var url = Self.standardURL

    var database: DatabaseLocation { get throws(ValidationError) { try DatabaseLocation(url) } }

    func validate() throws { _ = try database }

    static let names = ["database"]
    static let standardURL = "sqlite:cartograph.sqlite"
}
