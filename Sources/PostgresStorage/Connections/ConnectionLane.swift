import SQLStorage

/// One connection and the queue that works on it; the connection is made when it is needed, and made anew when it broke.
actor ConnectionLane {
    private let executor: QueueExecutor
    private let address: PostgresAddress
    private let limits: SessionLimits
    private var connection: Connection?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(to address: PostgresAddress, limits: SessionLimits, label: String) {
        self.address = address
        self.limits = limits
        executor = QueueExecutor(label: label)
    }

    /// Does the work on the connection.
    ///
    /// A connection that was kept may be found dead, after the server was restarted for instance. The work is done once more on a new one
    /// when that comes out at its first statement: that reads or begins a transaction, and so has changed nothing.
    func run<Value: Sendable>(_ work: @Sendable (Connection) throws -> Value) throws -> Value {
        guard let connection else { return try attempt(work, with: connect()) }
        do {
            return try attempt(work, with: connection)
        } catch let error as PostgresError where error.isLossOfConnection && !connection.hasAnswered {
            return try attempt(work, with: connect())
        }
    }

    private func attempt<Value: Sendable>(_ work: (Connection) throws -> Value, with connection: Connection) throws -> Value {
        connection.beginWork()
        self.connection = connection
        defer { if !connection.isReusable { self.connection = nil } }
        return try work(connection)
    }

    private func connect() throws -> Connection { try Connection(to: address, limits: limits) }
}
