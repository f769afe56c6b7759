import Testing

@testable import Samples

struct CatalogTests {
    private let catalog = Catalog.standard

    @Test func `there are eleven categories and a few hundred products`() {
        #expect(Set(catalog.products.map(\.category.name)).count == 11)
        #expect((300...400).contains(catalog.products.count))
    }

    @Test func `each product has its own number and name`() {
        #expect(Set(catalog.products.map(\.id)).count == catalog.products.count)
        #expect(Set(catalog.products.map(\.name)).count == catalog.products.count)
    }

    @Test func `no text needs quoting in CSV`() {
        let texts = catalog.products.flatMap { [$0.id, $0.name, $0.label.rawValue, $0.category.name, $0.description] }
        #expect(texts.allSatisfy { text in !text.isEmpty && !text.contains { ",\"\r\n".contains($0) } })
    }

    @Test func `a larger size and a better label cost more`() {
        for line in catalog.entries.map(\.line) {
            #expect(zip(line.sizes, line.sizes.dropFirst()).allSatisfy { $0.price < $1.price }, "\(line.name)")
            #expect(zip(line.labels, line.labels.dropFirst()).allSatisfy { $0.pricePercentage < $1.pricePercentage }, "\(line.name)")
        }
    }

    @Test func `many products have a second size or label`() {
        #expect(catalog.entries.count { $0.line.sizes.count * $0.line.labels.count > 1 } * 2 > catalog.entries.count)
    }

    @Test func `an entry finds the product of its size and label`() {
        for entry in catalog.entries {
            for (label, name) in entry.line.labels.enumerated() {
                for (size, text) in entry.line.sizes.enumerated() {
                    let product = catalog.products[entry.product(label: label, size: size)]
                    #expect(product.name == "\(name.rawValue) \(entry.line.name) \(text.text)")
                    #expect(product.category == entry.category)
                }
            }
        }
    }

    @Test func `staples are bought all year, and each season has its products`() {
        #expect(catalog.staples.count > 60)
        #expect(catalog.staples.allSatisfy { catalog.entries[$0.entry].line.season == .allYear })
        #expect(Season.allCases.allSatisfy { $0 == .allYear || catalog.seasonal[$0.rawValue].count >= 4 })
        #expect(Season.allCases.allSatisfy { season in (1...12).contains { season.demand(inMonth: $0) == 100 } })
    }
}
