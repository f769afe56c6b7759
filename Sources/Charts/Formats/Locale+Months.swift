extension Locale {
    struct Months: Sendable {
        /// Twelve abbreviated names, January first, as they stand alone.
        let names: [String]
        /// The same as they stand before a year, where that differs.
        var namesInDate: [String]?
        /// Twelve names in full, as they stand alone.
        let fullNames: [String]
        /// Twelve letters or so, as they stand alone where there is room for no more.
        let narrowNames: [String]
        /// What joins a month and its year.
        var order = Order.monthYear(separator: " ")

        enum Order {
            case monthYear(separator: String)
            case yearMonth(separator: String)
        }

        /// - Parameters:
        ///   - narrow: a letter for each month, where it is not the first one of its name.
        ///   - full: the names in full, where they differ from the short ones.
        init(
            _ names: String, inDate: String? = nil, full: String? = nil, narrow: String? = nil, order: Order = .monthYear(separator: " ")
        ) {
            self.names = Self.words(names)
            self.narrowNames = narrow.map(Self.words) ?? self.names.map { $0.prefix(1).uppercased() }
            self.namesInDate = inDate.map(Self.words)
            self.fullNames = Self.words(full ?? names)
            self.order = order
        }

        /// `1月`, `2月`, … as in Chinese and Japanese.
        static func numbered(full: String? = nil) -> Months {
            Months(
                (1...12).map { "\($0)月" }.joined(separator: " "), full: full, narrow: (1...12).map(String.init).joined(separator: " "),
                order: .yearMonth(separator: "年")
            )
        }

        private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    }

    /// Returns the short name of a calendar month, 1…12, as in `Jan`.
    public func name(ofMonth month: Int) -> String { months.names[Self.index(of: month)] }

    /// Returns the name of a calendar month in full, 1…12, as in `January`.
    public func fullName(ofMonth month: Int) -> String { months.fullNames[Self.index(of: month)] }

    /// Returns a calendar month, 1…12, in a letter or two, as in `J`: of use beside its neighbours only.
    func narrowName(ofMonth month: Int) -> String { months.narrowNames[Self.index(of: month)] }

    /// Returns the short name of a calendar month, 1…12, as it stands in a date: `März` where it is `Mär` by itself.
    func nameInDate(ofMonth month: Int) -> String { (months.namesInDate ?? months.names)[Self.index(of: month)] }

    /// Returns a month of a year in short, as in `Jan 2024`.
    public func text(ofMonth month: Int, year: Int) -> String {
        let name = nameInDate(ofMonth: month)
        return switch months.order {
        case .monthYear(let separator): "\(name)\(separator)\(text(ofYear: year))"
        case .yearMonth(let separator): "\(text(ofYear: year))\(separator)\(name)"
        }
    }

    /// Returns a year in the digits of the language, without grouping.
    public func text(ofYear year: Int) -> String { numbers.digits(String(year)) }

    private static func index(of month: Int) -> Int { ((month - 1) % 12 + 12) % 12 }
}
