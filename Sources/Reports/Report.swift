public import Charts
public import Purchases

/// A question about one shopper, answered: as JSON, as a table, as a chart and, through the chart, in words.
///
/// Every form is made from the same numbers, and only when it is asked for.
public protocol Report: Sendable {
    /// What shares are parts of.
    var whole: Money { get }

    /// Returns the members of the JSON. Here and below the presentation knows the whole.
    func makeJSON(_ presentation: Presentation) -> JSON.Members
    func makeTable(_ presentation: Presentation) -> Table
    func makeChart(_ presentation: Presentation) -> Chart
}

extension Report {
    /// The answer to a program, as far as the presentation tells it.
    public func json(_ presentation: Presentation) -> JSON {
        let redaction = presentation.redaction
        var members = makeJSON(presentation.sharing(whole))
        if !redaction.isFull { members.append(Redaction.name, .string(redaction.level)) }
        if let unit = redaction.unit { members.append("amounts_as", .string(unit)) }
        return .object(members)
    }

    public func table(_ presentation: Presentation) -> Table { makeTable(presentation.sharing(whole)) }

    public func chart(_ presentation: Presentation) -> Chart { makeChart(presentation.sharing(whole)) }

    /// The table as CSV, where amounts are shares with a last column that says so.
    public func csv(_ presentation: Presentation) -> [UInt8] {
        var table = table(presentation)
        if let unit = presentation.redaction.unit, !presentation.redaction.isTrend {
            table.columns.append(Table.Column(name: "amounts_as", kind: .text, heading: .name("amounts_as")))
            table.rows = table.rows.map { $0 + [.text(unit)] }
        }
        return table.csv
    }

    /// All of the answer, in American English. Made anew each time, as is ``table``.
    public var json: JSON { json(Presentation()) }
    public var table: Table { table(Presentation()) }
}

/// A report whose JSON is declared, member by member.
protocol DeclaredReport: Report {
    static var members: [Member<Self>] { get }
    /// Those that tell how things went and nothing else; nil where the others do, without amounts.
    static var trendMembers: [Member<Self>]? { get }
}

extension Report {
    /// Returns the schema of an answer with the members that every report may have besides its own.
    static func answer(_ members: [Member<Self>]) -> Schema {
        let others: [Member<Self>] = [
            Member(Redaction.name, .choice(Redaction.levels), isRequired: false) { _, _ in nil },
            Member("amounts_as", .choice(["share", "index"]), isRequired: false) { _, _ in nil },
            Member("regions", .named("Regions"), isRequired: false) { _, _ in nil },
        ]
        return (members + others).schema()
    }
}

extension DeclaredReport {
    static var trendMembers: [Member<Self>]? { nil }

    public func makeJSON(_ presentation: Presentation) -> JSON.Members {
        (presentation.redaction.isTrend ? Self.trendMembers ?? Self.members : Self.members).json(of: self, presentation)
    }

    /// The schema of the JSON at every level.
    static var schema: Schema { trendMembers.map { .either(answer(members), answer($0)) } ?? answer(members) }
}
