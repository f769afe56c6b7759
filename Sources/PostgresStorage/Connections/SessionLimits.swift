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
        if try isPooled() {
            share(settings: limits.statements(at: address, serverVersion: serverVersion, inTransaction: true))
        } else {
            try executeAll(limits.statements(at: address, serverVersion: serverVersion, inTransaction: false))
        }
    }
}

extension SessionLimits {
    /// Returns the statements that make a session ready, or one transaction that is to leave the session as it was.
    fileprivate func statements(at address: PostgresAddress, serverVersion: Int32, inTransaction: Bool) -> String {
        var settings = [
            // Without the second, temporary tables of others would come first, who had the session before.
            ("search_path", "\(Schema.name), pg_temp"),
            ("statement_timeout", statement.setting), ("lock_timeout", lock.setting),
            ("idle_in_transaction_session_timeout", idleTransaction.setting),
            // Every question goes by a key. A plan that was made while a table was empty must not read a full one from end to end, and one
            // for a thousand keys must not either.
            ("enable_seqscan", "off"), ("enable_hashjoin", "off"), ("enable_mergejoin", "off"),
            // What cannot be avoided counts as dear then, and the server would compile it anew each time: 30 ms for less than one of work.
            ("jit", "off"),
        ]
        if !address.saysPlanCacheMode { settings.append(("plan_cache_mode", "force_generic_plan")) }
        // Ends a statement whose client has gone, which is how a statement is cancelled here.
        if serverVersion >= 14_00_00 { settings.append(("client_connection_check_interval", "'2s'")) }
        // What was acknowledged is on the disk, whatever the server's default is.
        let commit = "SELECT set_config('synchronous_commit', 'on', \(inTransaction)) WHERE current_setting('synchronous_commit') = 'off'"
        return (settings.map { "SET \(inTransaction ? "LOCAL" : "SESSION") \($0.0) = \($0.1)" } + [commit]).joined(separator: "; ")
    }
}

extension Duration {
    /// As SQL has it.
    fileprivate var setting: String { "'\(Int(self / .milliseconds(1)))ms'" }
}
