extension Locale {
    struct Months: Sendable {
        /// Twelve abbreviated names, January first, as they stand alone.
        let names: [String]
        /// The same as they stand before a year, where that differs.
        var namesInDate: [String]?
        /// What joins a month and its year.
        var order = Order.monthYear(separator: " ")

        enum Order {
            case monthYear(separator: String)
            case yearMonth(separator: String)
        }

        init(_ names: String, inDate: String? = nil, order: Order = .monthYear(separator: " ")) {
            self.names = names.split(separator: " ").map(String.init)
            self.namesInDate = inDate.map { $0.split(separator: " ").map(String.init) }
            self.order = order
        }

        /// `1月`, `2月`, … as in Chinese and Japanese.
        static let numbered = Months((1...12).map { "\($0)月" }.joined(separator: " "), order: .yearMonth(separator: "年"))
    }

    /// Returns the short name of a calendar month, 1…12, as in `Jan`.
    public func name(ofMonth month: Int) -> String { months.names[Self.index(of: month)] }

    /// Returns a month of a year in short, as in `Jan 2024`.
    public func text(ofMonth month: Int, year: Int) -> String {
        let name = (months.namesInDate ?? months.names)[Self.index(of: month)]
        return switch months.order {
        case .monthYear(let separator): "\(name)\(separator)\(text(ofYear: year))"
        case .yearMonth(let separator): "\(text(ofYear: year))\(separator)\(name)"
        }
    }

    /// Returns a year in the digits of the language, without grouping.
    public func text(ofYear year: Int) -> String { numbers.digits(String(year)) }

    private static func index(of month: Int) -> Int { ((month - 1) % 12 + 12) % 12 }
}
