public import Charts

/// Where a shop puts a product into a cart: an address with a place for the product's number.
///
///     let link = try CartLink("https://shop.example.org/cart?add={product_id}")
///     link.address(of: "P 1")         // https://shop.example.org/cart?add=P%201
public struct CartLink: Hashable, Sendable {
    /// Why a text is no such address.
    public struct Unreadable: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    public static let placeholder = "{product_id}"
    private static let lengthLimit = 2_000

    /// As it was given.
    public let template: String

    public init(_ template: String) throws(Unreadable) {
        func refusal(_ reason: String) -> Unreadable {
            let shown = String(template.prefix(100).filter { !$0.isNewline && $0 != "\u{1B}" })
            return Unreadable(
                description: "'\(shown)' \(reason): write it as in https://shop.example.org/cart?add=\(Self.placeholder)")
        }
        guard template.utf8.count <= Self.lengthLimit else { throw refusal("has more than \(Self.lengthLimit) bytes") }
        guard let scheme = ["https://", "http://"].first(where: template.lowercased().hasPrefix) else {
            throw refusal("does not begin with https:// or http://")
        }
        let allowed = template.replacing(Self.placeholder, with: "").utf8.allSatisfy { byte in
            (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
        }
        guard allowed else { throw refusal("has a character that no address has; write it percent-encoded") }
        let rest = template.dropFirst(scheme.utf8.count)
        let host = rest.prefix { !"/?#".contains($0) }
        guard !host.isEmpty, !host.contains("@"), host.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw refusal("names no host, or a user with it")
        }
        guard !host.contains("{"), rest.dropFirst(host.count).contains(Self.placeholder) else {
            throw refusal("has no \(Self.placeholder) after the host")
        }
        self.template = template
    }

    /// Returns the address that puts a product into the cart; nil for a product without a number.
    public func address(of product: String) -> String? {
        product.isEmpty ? nil : template.replacing(Self.placeholder, with: product.percentEncoded)
    }
}

extension Locale {
    /// What a link says that puts something into the cart.
    public var putIntoCart: String { phrase("Put into the cart", de: "In den Warenkorb", fr: "Mettre au panier", es: "Añadir a la cesta") }
}

extension Column {
    /// The address that puts a row's product into the shop's cart.
    static func cart(_ product: @escaping @Sendable (Row) -> String) -> Column {
        Column("cart_url", .text, .cart, isOptional: true) { row, presentation in
            .optional(presentation.cartLink?.address(of: product(row)), Table.Cell.text)
        }
    }
}

extension Member {
    /// The address that puts a product into the cart, where the shop has such addresses; null for a product without a number.
    static func cart(_ column: Column<Root>) -> Member {
        Member(column.name, .optional(column.kind.schema), isRequired: false) { root, presentation in
            presentation.cartLink.map { _ in column.cell(of: root, presentation).json }
        }
    }
}
