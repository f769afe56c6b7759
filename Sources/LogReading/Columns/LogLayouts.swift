import Foundation

/// What is known of logs before any is read: names of columns in seven languages, the layouts of known exports, words for totals, for
/// missing values and for orders that came to nothing, and the names of months. It stands in `Data/log-layouts.json`.
struct LogLayouts: Decodable, Sendable {
    struct Statuses: Decodable, Sendable {
        var kept: Set<String>
        var leftOut: Set<String>
    }

    private var names: [String: [String]]
    private var likely: [String: [String]]
    private var languages: [String: [String]]
    private var totalWords: [String]
    private var noValueWords: [String]
    private var months: [[String]]
    var statuses: Statuses
    var profiles: [LogProfile]

    static let known: LogLayouts = {
        do {
            return try JSONDecoder().decode(LogLayouts.self, from: Data(PackageResources.log_layouts_json))
        } catch {
            // The file is part of the program, and a test reads it.
            fatalError("Data/log-layouts.json cannot be read: \(error)")
        }
    }()

    /// The fields that a column may hold by its normalised name, with the place of the name among the field's, the better the smaller.
    static let fieldsByName: [String: (field: PurchaseLog.Field, rank: Int)] = {
        var fields: [String: (field: PurchaseLog.Field, rank: Int)] = [:]
        for field in PurchaseLog.Field.allCases {
            for (rank, name) in (known.names["\(field)"] ?? []).enumerated() {
                let name = ColumnName.normalised(name)
                if fields[name] == nil { fields[name] = (field, rank) }
            }
        }
        return fields
    }()

    /// The field that a column seems to hold by a word within its name.
    static func likelyField(_ name: ColumnName) -> PurchaseLog.Field? {
        for field in [PurchaseLog.Field.currency, .quantity, .category, .order] {
            if (known.likely["\(field)"] ?? []).contains(where: { name.normalised.contains(ColumnName.normalised($0)) }) { return field }
        }
        return nil
    }

    /// The language of names that no other has, nil when there are none.
    static func language(of names: [ColumnName]) -> String? {
        let counts = known.languages.mapValues { words in
            let words = Set(words.map(ColumnName.normalised))
            return names.count { words.contains($0.normalised) }
        }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2 else { return nil }
        return best.key
    }

    static let totalWords = Set(known.totalWords.map(ColumnName.normalised))
    static let noValueWords = Set(known.noValueWords)
    static let monthsByName: [String: Int] = {
        var months: [String: Int] = [:]
        for (index, names) in known.months.enumerated() { for name in names { months[name] = index + 1 } }
        return months
    }()
}

/// The layout of a known export.
public struct LogProfile: Decodable, Sendable {
    public struct Assumptions: Decodable, Sendable {
        var currency: String?
        var dates: String?
        var decimal: String?
    }

    public var name: String
    public var title: String
    /// What the layout takes for granted that one may not expect.
    public var note: String?
    /// Columns that a header must have to be of this layout.
    public var identifiedBy: [String]
    private var columns: [String: [String]]
    var currency: String?
    var dates: String?
    var decimal: String?
    var spending: SpendingSign?
    /// Whether rows of an order after its first leave out what that one says.
    var fillsDown: Bool?
    /// Statuses of rows that are kept, and of those that are left out.
    var keep: [String]?
    var leaveOut: [String]?
    /// Values of further columns that rows must have.
    var keepRows: [String: [String]]?
    /// Texts for cells that are empty.
    private var defaults: [String: String]?
    /// What holds for a log whose totals repeat the base price.
    var whenTotalsRepeat: Assumptions?

    public static var all: [LogProfile] { LogLayouts.known.profiles }

    public static func named(_ name: String) -> LogProfile? { all.first { $0.name == name.lowercased() } }

    /// The names of a field's column, the best first.
    public func columnNames(of field: PurchaseLog.Field) -> [String] { columns["\(field)"] ?? [] }

    func defaultText(of field: PurchaseLog.Field) -> String? { defaults?["\(field)"] }

    /// The layout of a header: of those whose columns are all there, the one that asks for most.
    static func matching(_ header: [ColumnName]) -> LogProfile? {
        let names = Set(header.map(\.normalised))
        return all.filter { $0.identifiedBy.allSatisfy { names.contains(ColumnName($0).normalised) } }
            .max { $0.identifiedBy.count < $1.identifiedBy.count }
    }
}

/// How a log writes what was spent.
public enum SpendingSign: String, Hashable, Sendable, CaseIterable, Decodable {
    case positive, negative
}
