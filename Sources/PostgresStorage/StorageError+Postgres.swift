import Storage

extension StorageError {
    /// Makes what the store says of `error`, which came from the database at `address`.
    init(_ error: any Error, at address: PostgresAddress) {
        switch error {
        case let error as StorageError: self = error
        case is CancellationError: self = .cancelled
        case SchemaError.foreign: self = .unusable(.foreign, detail: "\(address): its schema \(Schema.name)")
        case SchemaError.newer: self = .unusable(.newer, detail: "\(address)")
        case SchemaError.notUnicode: self = .unusable(.notUnicode, detail: "\(address)")
        case SchemaError.oldServer: self = .unusable(.oldServer, detail: "\(address)")
        case let error as PostgresError: self.init(error, at: address)
        default: self = .unavailable(detail: "\(address): \(error)")
        }
    }

    private init(_ error: PostgresError, at address: PostgresAddress) {
        let detail = "\(address): \(error)"
        switch error {
        case .cancelled: self = .cancelled
        case .standby: self = .unusable(.standby, detail: detail)
        case .disconnected, .silent: self = .unavailable(detail: detail)
        case .refused(let state, _):
            switch state {
            // lock_not_available
            case "55P03": self = .busy(detail: detail)
            // serialization_failure, deadlock_detected: another transaction was faster.
            case "40001", "40P01": self = .busy(detail: detail)
            default: self = Self.fault(ofState: state).map { .unusable($0, detail: detail) } ?? .unavailable(detail: detail)
            }
        }
    }

    /// Returns what a person has to mend, nil where trying later may help.
    private static func fault(ofState state: String) -> Fault? {
        switch state {
        // invalid_authorization_specification, invalid_password
        case "28000", PostgresError.invalidPassword: .loginRefused
        // invalid_catalog_name
        case "3D000": .missingDatabase
        // insufficient_privilege
        case "42501": .missingRights
        // read_only_sql_transaction
        case "25006": .standby
        // disk_full
        case "53100": .full
        // data_corrupted, index_corrupted
        case "XX001", "XX002": .damaged
        default: nil
        }
    }
}
