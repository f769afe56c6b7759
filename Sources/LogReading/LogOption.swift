/// An option that says of a log what it does not say itself. The raw value is its name on the command line; over HTTP underscores stand
/// for hyphens.
public enum LogOption: String, Hashable, Sendable, CaseIterable {
    case encoding
    case delimiter
    case quote
    case headerRow = "header-row"
    case decimal
    case currency
    case keep
    case dateFormat = "date-format"
    case map
    case set
    case ignore
    case spending
    case sheet
    case profile

    public var mayRepeat: Bool { self == .keep || self == .map || self == .set || self == .ignore }

    /// The name of the query parameter.
    public var parameter: String { rawValue.replacing("-", with: "_") }
}

extension PurchaseLog.Options {
    /// Takes the value of an option as a person writes it.
    public mutating func take(_ option: LogOption, _ text: String) throws(PurchaseLogError) {
        func refuse(_ explanation: String) -> PurchaseLogError { .unreadableOption(option, String(excerptOf: text), explanation) }
        switch option {
        case .encoding:
            guard let encoding = TextEncoding(text) else {
                throw refuse("is no encoding; write its name, as in utf-8, windows-1252, utf-16le, macroman or shift_jis")
            }
            self.encoding = encoding
        case .delimiter:
            guard let delimiter = Dialect.delimiter(text) else {
                throw refuse("is no delimiter; write one character, or comma, semicolon, tab, pipe or space")
            }
            self.delimiter = delimiter
        case .quote:
            guard let quote = Dialect.quote(text) else { throw refuse("is no quote; write double, single or none") }
            self.quote = .some(quote)
        case .headerRow:
            guard let line = Int(text), (0...1_000_000).contains(line) else {
                throw refuse("is no line; write the number of the line that names the columns, or 0 where none does")
            }
            headerRow = line
        case .decimal:
            guard let sign = DecimalSign(text) else { throw refuse("is no decimal sign; write . or , or point or comma") }
            decimal = sign
        case .currency:
            guard let currency = LogCurrency(text) else { throw refuse("is no currency; write its code, as in EUR") }
            self.currency = currency
        case .keep:
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
                throw refuse("does not say which rows are kept; write COLUMN=VALUE, as in Currency=EUR")
            }
            keep.append(RowFilter(column: String(text[..<equals]), value: String(text[text.index(after: equals)...])))
        case .dateFormat:
            guard let order = DateOrder(pattern: text) else {
                throw refuse("is no date format; write the order of day, month and year, as in dd.MM.yy, MM/dd/yyyy, iso or excel")
            }
            dateOrder = order
        case .map: try map(text)
        case .set:
            guard let equals = text.firstIndex(of: "="), case let value = String(text[text.index(after: equals)...]), !value.isEmpty else {
                throw refuse("gives no field a value; write FIELD=VALUE, as in customer=me")
            }
            let name = String(text[..<equals])
            guard let field = PurchaseLog.Field(name: name) else { throw .unknownField(String(excerptOf: name)) }
            guard field.mayBeSet else { throw refuse("cannot be; --map \(field.shortName)=COLUMN names its column") }
            constants[field] = value
        case .ignore: ignored.append(text)
        case .spending:
            guard let sign = SpendingSign(rawValue: text.lowercased()) else { throw refuse("is neither negative nor positive") }
            spending = sign
        case .sheet: sheet = text
        case .profile:
            guard let profile = LogProfile.named(text) else {
                throw refuse("is no known layout; they are \(LogProfile.all.map(\.name).joined(separator: ", "))")
            }
            self.profile = profile.name
        }
    }
}
