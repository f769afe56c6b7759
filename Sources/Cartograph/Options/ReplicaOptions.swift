import ArgumentParser
import PostgresStorage

struct ReplicaOptions: ParsableArguments {
    // Read by hand, as the database's own address is.
    @Option(
        name: .customLong("database-replica"),
        help: ArgumentHelp(
            "A copy that follows a PostgreSQL database, to read purchases from where it has the same. Better given as "
                + "CARTOGRAPH_DATABASE_REPLICA.", valueName: "url")
    )
    var url: String?

    /// Returns where the copy of a database is; nil where none was given.
    func replica(of database: DatabaseLocation) throws(ValidationError) -> PostgresAddress? {
        guard let url else { return nil }
        guard case .postgres(let address) = try DatabaseLocation(url), case .postgres = database else {
            throw ValidationError(
                "--database-replica is for a PostgreSQL database: give --database and it as postgres://…, or leave it out.")
        }
        return address
    }

    static let names = ["database-replica"]
}
