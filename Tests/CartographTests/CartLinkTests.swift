import Foundation
import Testing

/// The option that says where a shop puts products into a cart.
@Suite(.timeLimit(.minutes(10))) struct CartLinkTests {
    @Test(arguments: [["serve"], ["chart", "recommendations", "--user", "U1", "--output", "list.json"]])
    func `an address that is none of a cart is refused before anything is opened`(command: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        for template in ["javascript:alert({product_id})", "https://shop.example.org/cart", "shop"] {
            let outcome = try program.run(command + ["--cart-link", template])
            #expect(outcome.status != 0 && outcome.errors.contains("https://shop.example.org/cart?add={product_id}"), "\(outcome.errors)")
            #expect(outcome.output.isEmpty && !outcome.errors.contains("cannot be opened"))
        }
    }

    @Test func `a list that is written to a file has the links, too`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            """
            CustomerID,OrderDate,ProductID,Item Name,Quantity,Base Price
            U1,2024-01-01,P 1,Milk,1,2.00
            U1,2024-01-08,P 1,Milk,1,2.00
            """, to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        let options = ["chart", "recommendations", "--user", "U1", "--output", "list.csv"]
        _ = try program.run(options)
        #expect(!String(decoding: try program.bytes(of: "list.csv"), as: UTF8.self).contains("cart_url"))
        let outcome = try program.run(options + ["--cart-link", "https://shop.example.org/cart?add={product_id}"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(String(decoding: try program.bytes(of: "list.csv"), as: UTF8.self).contains("https://shop.example.org/cart?add=P%201"))
    }
}
