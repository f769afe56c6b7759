import Reports
import Testing

/// Addresses that put a product into a cart.
@Suite struct CartLinkTests {
    @Test(arguments: [
        ("https://shop.example.org/cart?add={product_id}", "P 1/ä", "https://shop.example.org/cart?add=P%201%2F%C3%A4"),
        ("http://localhost:8080/{product_id}/{product_id}", "7", "http://localhost:8080/7/7"),
        ("HTTPS://shop.example.org/#add={product_id}&qty=1", "a&b=\"c\"", "HTTPS://shop.example.org/#add=a%26b%3D%22c%22&qty=1"),
    ])
    func `a product's number stands in its place, percent-encoded`(template: String, product: String, address: String) throws {
        #expect(try CartLink(template).address(of: product) == address)
        #expect(try CartLink(template).address(of: "") == nil)
    }

    @Test(arguments: [
        "", "shop.example.org/{product_id}", "javascript:alert({product_id})", "ftp://shop.example.org/{product_id}", "//shop/{product_id}",
        "https://shop.example.org/cart", "https://{product_id}.example.org/", "https:///{product_id}", "https://?{product_id}",
        "https://user@shop.example.org/{product_id}", "https://shop.example.org/{product_id}\"onclick=x",
        "https://shop.example.org/ {product_id}",
        "https://shop.example.org/{product_id}<b>", "https://shop.example.org/{productid}", "https://shop.example.org/\n{product_id}",
        "https://shop.example.org/{product_id}?\(String(repeating: "a", count: 2_000))", "https://shöp.example.org/{product_id}",
    ])
    func `what is no such address is refused with what to write`(template: String) {
        let error = #expect(throws: CartLink.Unreadable.self) { try CartLink(template) }
        let text = error?.description ?? ""
        #expect(text.contains("https://shop.example.org/cart?add={product_id}") && !text.contains("\n"))
    }
}
