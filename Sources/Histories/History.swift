/// All that a shopper bought, as it is kept: whole in itself, with its own texts.
///
///     let history = History(of: purchases)
///     var encoder = HistoryEncoder()
///     let bytes = try encoder.encode(history)
///
/// Numbers are integers in units that `decimals` names, so the same type holds pieces and kilograms, dollars and yen.
public struct History: Hashable, Sendable {
    /// How many decimals the numbers of all lines have.
    public struct Decimals: Hashable, Sendable {
        /// 0…3: with 3, a quantity counts thousandths.
        public var quantity: Int
        /// 0…6: with 6, a price counts millionths of the currency's unit.
        public var price: Int
        /// 0…3, those of the currency: with 2, a total counts hundredths.
        public var total: Int

        public init(quantity: Int, price: Int, total: Int) {
            self.quantity = quantity
            self.price = price
            self.total = total
        }

        static let limits = Decimals(quantity: 3, price: 6, total: 3)
        /// Those of `Quantity`, `UnitPrice` and `Money`.
        public static let ofPurchases = Decimals(quantity: 3, price: 6, total: 3)

        var areInRange: Bool {
            (0...Self.limits.quantity).contains(quantity) && (0...Self.limits.price).contains(price)
                && (0...Self.limits.total).contains(total)
        }
    }

    /// What was bought, in the texts of the shop. Each may be empty.
    public struct Article: Sendable {
        public var item: String
        public var brand: String
        public var category: String
        public var product: String

        public init(item: String, brand: String = "", category: String = "", product: String = "") {
            self.item = item
            self.brand = brand
            self.category = category
            self.product = product
        }
    }

    /// One line of an order.
    public struct Line: Hashable, Sendable {
        /// The place of what was bought among the articles.
        public var article: Int
        /// Days since 1970-01-01.
        public var day: Int
        /// Seconds since midnight, 0..<86400; nil where only the day is known.
        public var second: Int?
        public var quantity: Int64
        /// The price of one.
        public var price: Int64
        /// What the line came to.
        public var total: Int64

        public init(article: Int, day: Int, second: Int? = nil, quantity: Int64, price: Int64, total: Int64) {
            self.article = article
            self.day = day
            self.second = second
            self.quantity = quantity
            self.price = price
            self.total = total
        }
    }

    /// An order, and where its lines are.
    public struct Order: Sendable {
        public var id: String
        public var lines: Range<Int>

        public init(id: String, lines: Range<Int>) {
            self.id = id
            self.lines = lines
        }
    }

    public var decimals: Decimals
    public var articles: [Article]
    /// In order of the bytes of their ids, each once; together they have all lines, one after the other.
    public var orders: [Order]
    public var lines: [Line]

    public init(decimals: Decimals, articles: [Article] = [], orders: [Order] = [], lines: [Line] = []) {
        self.decimals = decimals
        self.articles = articles
        self.orders = orders
        self.lines = lines
    }

    /// The days that a line may have: those of the years 1…9999.
    static let days = -719_162...2_932_896
    static let secondsOfDay = 0..<86_400
}

// Texts are told apart by their bytes, not by what they look like.
extension History.Article: Hashable {
    public static func == (a: Self, b: Self) -> Bool {
        a.item.hasSameBytes(as: b.item) && a.product.hasSameBytes(as: b.product) && a.brand.hasSameBytes(as: b.brand)
            && a.category.hasSameBytes(as: b.category)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytesOf: item)
        hasher.combine(bytesOf: brand)
        hasher.combine(bytesOf: category)
        hasher.combine(bytesOf: product)
    }
}

extension History.Order: Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.lines == b.lines && a.id.hasSameBytes(as: b.id) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytesOf: id)
        hasher.combine(lines)
    }
}

extension String {
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (one, other) = (self, other)
        return one.withUTF8 { one in other.withUTF8 { other in one.elementsEqual(other) } }
    }
}

extension Hasher {
    mutating func combine(bytesOf text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
        combine(0xff as UInt8)
    }
}
