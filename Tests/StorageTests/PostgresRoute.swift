import PostgresStorage
import TestServers
import Testing

/// Every way to a database on a server: all lead to the same.
enum PostgresRoute: CaseIterable, Sendable {
    /// One connection has one session.
    case direct
    /// A pooler lends each transaction another session.
    case pooled
    /// Each statement is planned anew, for the values it has.
    case customPlans
}

/// Calls `body` with the address of an empty database; without a server the case is reported as cancelled.
func withPostgres<Result>(by route: PostgresRoute = .direct, _ body: (PostgresAddress) async throws -> Result) async throws -> Result {
    guard TestPostgresServer.isInstalled else { try Test.cancel("\(TestPostgresServer.absence)") }
    if route == .pooled, !TestPooler.isInstalled { try Test.cancel("\(TestPooler.absence)") }
    return try await TestDatabases.shared.withDatabase { server, database in
        switch route {
        case .direct: try await body(PostgresAddress(server.url(of: database)))
        case .customPlans:
            try await body(PostgresAddress("\(server.url(of: database))?options=-c%20plan_cache_mode%3Dforce_custom_plan"))
        case .pooled: try await body(PostgresAddress(TestDatabases.shared.pooler().url(of: database)))
        }
    }
}
