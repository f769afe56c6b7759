import Charts

/// A member of a JSON object, declared once: its name, its value and its schema.
///
///     static let members: [Member<Self>] = [.user, .filters, .value(total), .rows("bins", bins) { $0.distribution.bins }]
struct Member<Root>: Sendable {
    let name: String
    let schema: Schema
    /// Whether the object has it always.
    let isRequired: Bool
    /// The value, or nil where the object does not have the member.
    let json: @Sendable (Root, Presentation) -> JSON?

    init(_ name: String, _ schema: Schema, isRequired: Bool = true, json: @escaping @Sendable (Root, Presentation) -> JSON?) {
        self.name = name
        self.schema = schema
        self.isRequired = isRequired
        self.json = json
    }

    /// - Parameter isRequired: whether the object has the member where there is no value, too: as null.
    static func value(_ column: Column<Root>, isRequired: Bool = true) -> Member {
        let schema = column.kind.schema
        // An amount may be told nowhere, so that null stands in its place.
        let isNullable = isRequired && column.isOptional || column.kind == .money || column.kind == .price || column.kind == .share
        return Member(column.name, isNullable ? .optional(schema) : schema, isRequired: isRequired) { root, presentation in
            if !isRequired, column.value(root, presentation) == .empty { return nil }
            let cell = column.cell(of: root, presentation)
            if case .number(let score) = cell, column.kind == .score, presentation.redaction.isFull { return .exact(score) }
            return cell.json
        }
    }

    /// A value that only some objects have.
    static func value(_ column: Column<Root>, where isThere: @escaping @Sendable (Root) -> Bool) -> Member {
        let member = value(column)
        return Member(column.name, member.schema, isRequired: false) { root, presentation in
            isThere(root) ? member.json(root, presentation) : nil
        }
    }

    /// A value that no table has.
    static func value(
        _ name: String, _ kind: ValueKind, isOptional: Bool = false, isRequired: Bool = true, cell: @escaping @Sendable (Root) -> Table.Cell
    ) -> Member {
        value(Column(name, kind, .name(name), isOptional: isOptional, value: cell), isRequired: isRequired)
    }

    /// An array with an object for each row.
    static func array<Row>(
        _ name: String, _ members: [Member<Row>], rows: @escaping @Sendable (Root, Presentation) -> [Row]
    ) -> Member {
        Member(name, .array(of: members.schema())) { root, presentation in
            .array(rows(root, presentation).map { .object(members.json(of: $0, presentation)) })
        }
    }

    static func array<Row>(_ name: String, _ members: [Member<Row>], rows: @escaping @Sendable (Root) -> [Row]) -> Member {
        array(name, members) { root, _ in rows(root) }
    }

    /// An array with an object for each row, which has a member for each column.
    static func rows<Row>(_ name: String, _ columns: [Column<Row>], rows: @escaping @Sendable (Root) -> [Row]) -> Member {
        array(name, columns.members(), rows: rows)
    }

    /// An object, or null where there is nothing it could be about.
    static func object<Inner>(
        _ name: String, _ members: [Member<Inner>], isOptional: Bool = false, of inner: @escaping @Sendable (Root) -> Inner?
    ) -> Member {
        Member(name, isOptional ? .optional(members.schema()) : members.schema()) { root, presentation in
            .optional(inner(root)) { .object(members.json(of: $0, presentation)) }
        }
    }

    /// An array of values of one kind.
    static func list(
        _ name: String, _ kind: ValueKind, isOptional: Bool = false, cells: @escaping @Sendable (Root) -> [Table.Cell]
    ) -> Member {
        let element = isOptional || kind == .money ? Schema.optional(kind.schema) : kind.schema
        return Member(name, .array(of: element)) { root, presentation in
            .array(cells(root).map { presentation.redaction($0, kind).json })
        }
    }

    /// An object of any names, with values of one kind.
    static func dictionary(_ name: String, _ kind: ValueKind, cells: @escaping @Sendable (Root) -> [(String, Table.Cell)]) -> Member {
        Member(name, .dictionary(of: .optional(kind.schema))) { root, presentation in
            .object(JSON.Members(cells(root).map { ($0, presentation.redaction($1, kind).json) }))
        }
    }
}

extension Array {
    /// Returns the columns as members of an object.
    func members<Row>() -> [Member<Row>] where Element == Column<Row> { map { .value($0) } }

    func json<Root>(of root: Root, _ presentation: Presentation) -> JSON.Members where Element == Member<Root> {
        JSON.Members(compactMap { member in member.json(root, presentation).map { (member.name, $0) } })
    }

    /// Returns the schema of the object: it has these members and no others.
    func schema<Root>() -> Schema where Element == Member<Root> {
        .closed(filter(\.isRequired).map { ($0.name, $0.schema) }, optional: filter { !$0.isRequired }.map { ($0.name, $0.schema) })
    }
}
