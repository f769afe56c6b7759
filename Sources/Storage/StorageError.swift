public import Purchases

/// A reason a store cannot do what was asked.
///
/// A description says what is wrong and what to do, and may be shown to anyone. A `detail` names files and servers: it is for the log
/// and the terminal.
public enum StorageError: Error, Hashable, Sendable {
    /// Nothing was ever bought by this shopper.
    case unknownUser(UserID)
    /// Another program writes; trying later helps.
    case busy(detail: String)
    /// The database cannot be used as it is; a person has to do something.
    case unusable(Fault, detail: String)
    /// The database does not answer, or refused; trying later may help.
    case unavailable(detail: String)
    /// Nobody waits for the answer any more.
    case cancelled

    public enum Fault: Hashable, Sendable, CaseIterable {
        case missingFolder, notAFile, notPermitted, readOnly, notADatabase
        case loginRefused, missingDatabase, missingRights, standby, notUnicode, oldServer
        case foreign, newer, damaged, full, longHistory, replaced
    }

    /// What is private to this machine, nil when there is nothing of the kind.
    public var detail: String? {
        switch self {
        case .busy(let detail), .unusable(_, let detail), .unavailable(let detail): detail
        case .unknownUser, .cancelled: nil
        }
    }
}

extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownUser(let user): "There is no shopper “\(user)”. Check the id, or import a purchase log that has them."
        case .busy: "Another program is writing to the database. Try again when its import has ended."
        case .unusable(let fault, _): fault.description
        case .unavailable: "The database does not answer, or refused. Try again later."
        case .cancelled: "The request was cancelled."
        }
    }
}

extension StorageError: CustomDebugStringConvertible {
    /// What is said to whoever runs the program: the description and the detail.
    public var debugDescription: String { detail.map { "\(description) (\($0))" } ?? description }
}

extension StorageError.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missingFolder: "The database's folder does not exist. Make it, or give another path."
        case .notAFile: "The database's path is not that of a file. Give the path of a file."
        case .notPermitted: "The database's file may not be opened. Give this user the right to read and write it, or another path."
        case .readOnly: "The database cannot be written to. Give this user the right to write to its file and its folder."
        case .notADatabase: "The database's file is something else. Give another path, or move that file away."
        case .loginRefused: "The database's server refuses the user or the password. Check both; nobody was let in."
        case .missingDatabase: "The server has no database of that name. Make it with createdb, or give another name."
        case .missingRights: "The database's user may not do that. Let it own the database, or give it the right to make a schema there."
        case .standby: "The database's server is a copy that can only be read. Give the address of the server that it is copied from."
        case .notUnicode: "The database does not keep its text in UTF-8. Make one with the encoding UTF8, and give its name."
        case .oldServer: "The database's server is too old. Use PostgreSQL 12 or later."
        case .foreign: "The database belongs to another program. Give another one."
        case .newer: "The database was made by a newer version of this program. Run that version, or give another database."
        case .damaged: "The database is damaged. Restore it from a backup, or move it away and import the purchase logs again."
        case .longHistory:
            "A shopper has more purchases in one year than can be kept, about eight million. Leave some of them out of the log."
        case .replaced: "The database's file was removed or replaced while the program had it open. Start the program again."
        case .full: "The disk is full. Make room and try again; nothing that was kept is lost."
        }
    }
}
