/// What keeps a session on the server from waiting or working for ever.
struct SessionLimits: Sendable {
    /// How long a statement may run.
    var statement: Duration
    /// How long a statement may wait for what others have locked.
    var lock: Duration
    /// How long a transaction may do nothing.
    var idleTransaction: Duration
}

extension Connection {
    /// Connects, and makes the session ready for the statements of this module.
    convenience init(to address: PostgresAddress, limits: SessionLimits) throws {
        // The server itself ends what takes too long; this side stops waiting only for one that does not even do that.
        try self.init(to: address, patience: limits.statement + .seconds(5))
        guard serverVersion >= 12_00_00 else { throw SchemaError.oldServer }
        guard setting("server_encoding") == "UTF8" else { throw SchemaError.notUnicode }
        let settings: KeyValuePairs = [
            "search_path": Schema.name,
            "statement_timeout": limits.statement.setting, "lock_timeout": limits.lock.setting,
            "idle_in_transaction_session_timeout": limits.idleTransaction.setting,
            // Every question goes by a key. A plan that was made while a table was empty must not read a full one from end to end, and one
            // for a thousand keys must not either.
            "plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "enable_hashjoin": "off", "enable_mergejoin": "off",
        ]
        _ = try execute(
            "SELECT set_config(name, value, false) FROM unnest($1, $2) AS setting (name, value)", settings.map(\.key), settings.map(\.value)
        )
        // What was acknowledged is on the disk, whatever the server's default is.
        try run("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'")
        // Ends a statement whose client has gone, which is how a statement is cancelled here.
        if serverVersion >= 14_00_00 { try run("SELECT set_config('client_connection_check_interval', '2s', false)") }
    }
}

extension Duration {
    /// As PostgreSQL reads it.
    fileprivate var setting: String { "\(Int(self / .milliseconds(1)))ms" }
}
