package import Histories
import Purchases
package import Storage

/// A shopper's history as a database keeps it: in one piece, or by years where it is long.
///
/// The piece of year 0 is the history itself or, where it is long, the directory of its years.
struct StoredHistory: Hashable, Sendable {
    var pieces: [Int: [UInt8]] = [:]

    /// - Parameter lineLimit: above so many lines a history is kept by years.
    init(_ history: History, of user: ExactText, by encoder: inout HistoryEncoder, lineLimit: Int) throws(StorageError) {
        do throws(HistoryError) {
            guard history.lines.count > lineLimit else {
                pieces[0] = try encoder.encode(history)
                return
            }
            var years: [YearDirectory.Year] = []
            for (year, part) in history.byYear() {
                pieces[year] = try encoder.encode(part)
                var tally = HistoryTally(part, of: user)
                tally.addAll()
                years.append(YearDirectory.Year(year: year, lineCount: part.lines.count, revision: tally.revision.rawValue))
            }
            pieces[0] = YearDirectory(years: years).bytes
        } catch {
            throw StorageError(error, of: user)
        }
    }

    init(pieces: [Int: [UInt8]] = [:]) { self.pieces = pieces }

    func history(of user: ExactText, by decoder: borrowing HistoryDecoder) throws(StorageError) -> History {
        do throws(HistoryError) {
            let head = pieces[0] ?? []
            guard let directory = try YearDirectory(decoding: head) else { return try decoder.decode(head) }
            var history: History?
            for year in directory.years {
                let part = try decoder.decode(pieces[year.year] ?? [])
                guard part.lines.count == year.lineCount else { throw .damaged(.length) }
                history = history?.joined(with: part) ?? part
            }
            guard let history else { throw .damaged(.length) }
            return history
        } catch {
            throw StorageError(error, of: user)
        }
    }
}

extension StorageError {
    package init(_ error: HistoryError, of user: ExactText) {
        let detail = "the history of \(user.value): \(error)"
        self =
            switch error {
            case .unknownFormat: .unusable(.newer, detail: detail)
            case .damaged: .unusable(.damaged, detail: detail)
            case .outOfRange, .tooLarge: .unusable(.longHistory, detail: detail)
            }
    }
}

extension SQLConnection {
    /// Returns the histories of some shoppers, of those that have one.
    func storedHistories(of users: [ExactText]) throws -> [ExactText: StoredHistory] {
        var histories: [ExactText: StoredHistory] = [:]
        try forEachRow(of: users.map(\.value), { "SELECT customer_id, year, content FROM history WHERE customer_id IN (\($0))" }) { row in
            histories[ExactText(row.text(0)), default: StoredHistory()].pieces[Int(row.integer(1))] = row.bytes(2)
        }
        return histories
    }

    /// Returns a shopper's history; nil where there is none.
    func history(of user: UserID) throws -> History? {
        let user = ExactText(user.rawValue)
        return try storedHistories(of: [user])[user]?.history(of: user, by: HistoryDecoder())
    }

    /// Returns the history of a shopper who is there.
    func keptHistory(of user: UserID) throws -> History {
        guard let history = try history(of: user) else {
            throw StorageError.unusable(.damaged, detail: "the history of \(user.rawValue) is missing")
        }
        return history
    }

    /// Calls `body` with the rows that a statement finds for any of some keys, a hundred of them at a time.
    ///
    /// - Parameter sql: returns the statement that has a list of parameters in it.
    func forEachRow(of keys: [String], _ sql: (String) -> String, _ body: (Row) throws -> Void) throws {
        let places = keys.count == 1 ? 1 : 100
        let statement = sql((1...places).map { "$\($0)" }.joined(separator: ", "))
        for start in stride(from: 0, to: keys.count, by: places) {
            let part = keys[start..<min(start + places, keys.count)].map { SQLValue.text($0) }
            // One statement for any number of keys: the last of them stands in the places that are left.
            let rest = [SQLValue](repeating: part[part.count - 1], count: places - part.count)
            try execute(statement, part + rest) { row in
                try body(row)
                return true
            }
        }
    }
}
