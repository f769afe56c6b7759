/// Finds which column of a header holds which field: by what the reader says, by the layout of a known export, or by its name.
struct LayoutFinder {
    let header: [ColumnName]
    let options: PurchaseLog.Options
    let profile: LogProfile?
    private(set) var columns: [PurchaseLog.Field: Int] = [:]
    private(set) var questions: [LogQuestion] = []
    private let ignored: Set<Int>
    private let shown: [String]

    /// - Parameter header: the names as the log writes them.
    init(header: [String], options: PurchaseLog.Options) throws(PurchaseLogError) {
        self.header = header.map(ColumnName.init)
        self.options = options
        shown = header.map { String(excerptOf: $0, limit: 100) }
        profile = options.profile.flatMap(LogProfile.named) ?? LogProfile.matching(self.header)
        var ignored: Set<Int> = []
        for name in options.ignored {
            let matches = ColumnLayout.column(named: name, in: self.header)
            guard !matches.isEmpty else { throw .noSuchColumn(String(excerptOf: name), option: .ignore, found: shown) }
            ignored.formUnion(matches)
        }
        self.ignored = ignored
        try assign()
    }

    var layout: ColumnLayout { ColumnLayout(names: shown, columns: columns, constants: options.constants) }

    /// How many fields the cells of a row name, for telling a header from what stands above it.
    static func recognised(_ cells: [String], options: PurchaseLog.Options) -> Int {
        let mapped = Set(options.columns.values.map { ColumnName($0).normalised })
        var fields: Set<String> = []
        for cell in cells where !cell.isEmpty && cell.utf8.count <= 200 {
            let name = ColumnName(cell).normalised
            if mapped.contains(name) {
                fields.insert("map \(name)")
            } else if let field = LogLayouts.fieldsByName[name]?.field {
                fields.insert("\(field)")
            } else if profileNames.contains(name) {
                fields.insert(name)
            }
        }
        return fields.count
    }

    private static let profileNames: Set<String> = Set(LogProfile.all.flatMap(\.identifiedBy).map { ColumnName($0).normalised })

    private mutating func assign() throws(PurchaseLogError) {
        for field in PurchaseLog.Field.allCases {
            guard let column = options.columns[field] else { continue }
            let matches = ColumnLayout.column(named: column, in: header)
            guard let match = matches.first else { throw .unknownColumn(String(excerptOf: column), field: field, found: shown) }
            guard matches.count == 1 else { throw .repeatedColumns(matches.map { shown[$0] }, field: field) }
            columns[field] = match
        }
        if let profile { try assign(profile) } else { try assignByNames() }
        if columns[.item] == nil, options.constants[.item] == nil { columns[.item] = columns[.description] }
        // What was paid is said once: by totals, or by what went out and came in.
        if columns[.totalPrice] != nil || columns[.basePrice] != nil {
            for field in [PurchaseLog.Field.debit, .credit] where options.columns[field] == nil { columns[field] = nil }
        }
        try checkNeeded()
        if profile == nil { askAboutUnused() }
    }

    private func isFree(_ field: PurchaseLog.Field) -> Bool { columns[field] == nil && options.constants[field] == nil }

    private mutating func assign(_ profile: LogProfile) throws(PurchaseLogError) {
        for field in PurchaseLog.Field.allCases where isFree(field) {
            for name in profile.columnNames(of: field) {
                let matches = ColumnLayout.column(named: name, in: header).filter { !ignored.contains($0) }
                guard matches.count <= 1 || field == .description else { throw .repeatedColumns(matches.map { shown[$0] }, field: field) }
                if let match = matches.first {
                    columns[field] = match
                    break
                }
            }
        }
    }

    private mutating func assignByNames() throws(PurchaseLogError) {
        let taken = Set(columns.values)
        var candidates: [PurchaseLog.Field: [(column: Int, rank: Int)]] = [:]
        for column in header.indices where !ignored.contains(column) && !taken.contains(column) {
            guard let (field, rank) = LogLayouts.fieldsByName[header[column].normalised], isFree(field) else { continue }
            candidates[field, default: []].append((column, rank))
        }
        for field in PurchaseLog.Field.allCases {
            guard let found = candidates[field]?.sorted(by: { ($0.rank, $0.column) < ($1.rank, $1.column) }), let best = found.first else {
                continue
            }
            let same = found.filter { $0.rank == best.rank }
            guard same.count == 1 || field == .description else { throw .repeatedColumns(same.map { shown[$0.column] }, field: field) }
            columns[field] = best.column
            if field.isNumber, found.count > 1, best.rank > 0 {
                let names = found.prefix(6).map { shown[$0.column] }
                questions.append(
                    LogQuestion(
                        option: .map,
                        text:
                            "The columns \(names.map { "\"\($0)\"" }.joined(separator: " and ")) could each hold the \(field.explanation).",
                        choices: names.map { .init(option: .map, value: "\(field.shortName)=\($0)", meaning: "takes \"\($0)\"") }))
            }
        }
    }

    private mutating func checkNeeded() throws(PurchaseLogError) {
        var missing = [PurchaseLog.Field.date, .item].filter(isFree)
        if columns[.basePrice] == nil, columns[.totalPrice] == nil, columns[.debit] == nil, columns[.credit] == nil {
            missing += [.basePrice, .totalPrice]
        }
        let lacksCustomer = isFree(.customer)
        guard missing.isEmpty else {
            if lacksCustomer { missing.insert(.customer, at: 0) }
            throw .missingColumns(missing, found: shown)
        }
        guard lacksCustomer else { return }
        questions.insert(
            LogQuestion(
                option: .set,
                text: "No column names the customer: say whose purchases these are, or which column tells the shoppers apart.",
                choices: [.init(option: .set, value: "customer=me", meaning: "takes all rows for those of one shopper, called me")]),
            at: 0)
    }

    /// Asks about columns that seem to hold a field that no other holds.
    private mutating func askAboutUnused() {
        var asked: Set<PurchaseLog.Field> = []
        for column in layout.unused where !ignored.contains(column) {
            guard let field = LogLayouts.likelyField(header[column]), isFree(field), asked.insert(field).inserted else { continue }
            let name = header[column].text
            // Many columns speak of orders; their ids end in a word for a number.
            if field == .order,
                !["id", "no", "nr", "number", "nummer", "#", "ref", "num"].contains(where: { header[column].normalised.hasSuffix($0) })
            {
                continue
            }
            questions.append(
                LogQuestion(
                    option: .map,
                    text: "The column \"\(shown[column])\" looks like the \(field.explanation), and is not used.",
                    choices: [
                        .init(option: .map, value: "\(field.shortName)=\(name)", meaning: "takes it for the \(field.explanation)"),
                        .init(option: .ignore, value: name, meaning: "leaves it unused"),
                    ]))
        }
    }
}

extension PurchaseLog.Field {
    /// The field in words that follow "the".
    public var explanation: String {
        switch self {
        case .order: "order's number"
        case .customer: "customer"
        case .date: "date"
        case .product: "product's code"
        case .item: "item's name"
        case .brand: "brand"
        case .category: "category"
        case .quantity: "quantity"
        case .basePrice: "price of one"
        case .totalPrice: "sum of the line"
        case .description: "description"
        case .currency: "currency"
        case .status: "status"
        case .debit: "sum that went out"
        case .credit: "sum that came in"
        case .discount: "discount"
        }
    }
}
