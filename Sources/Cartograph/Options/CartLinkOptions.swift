import ArgumentParser
import Reports

/// Where the shop puts a product into a cart.
struct CartLinkOptions: ParsableArguments {
    @Option(
        name: .customLong("cart-link"),
        help: ArgumentHelp(
            "What puts a suggested product into a cart, as in 'https://shop.example.org/cart?add={product_id}'.", valueName: "url")
    )
    var template: String?

    static let names = ["cart-link"]

    func cartLink() throws -> CartLink? {
        do { return try template.map { try CartLink($0) } } catch { throw ValidationError("\(error)") }
    }

    func validate() throws { _ = try cartLink() }
}
