import Purchases

@testable import LogReading
import Hashing
import Testing

/// What holds for every log, tried on random ones.
@Suite struct PurchaseLogPropertyTests {
    private static let columns = [
        "OrderID", "CustomerID", "OrderDate", "ProductID", "Item Name", "Brand", "Category", "Quantity", "Base Price", "TotalPrice",
    ]

    private static func purchase(_ generator: inout SplitMix64) -> Purchase {
        func text(_ least: Int) -> String {
            let letters = Array("ab,\"'; é漢🥛\u{301}=0")
            let text = (0..<Int.random(in: least...9, using: &generator)).map { _ in String(letters.randomElement(using: &generator)!) }
            // A letter at either end, since white space there is not kept.
            return text.isEmpty ? "" : "x\(text.joined())x"
        }
        let quantity = Quantity(thousandths: .random(in: 1...9, using: &generator) * [1, 250, 1_000].randomElement(using: &generator)!)
        let price = UnitPrice(millionths: .random(in: 0...9_999, using: &generator) * [1, 10_000].randomElement(using: &generator)!)
        return Purchase(
            user: UserID(rawValue: text(1)), order: OrderID(rawValue: text(1)),
            date: CalendarDate(dayNumber: .random(in: 0...30_000, using: &generator)), productID: text(0), itemName: text(1),
            brand: text(0),
            category: text(1), quantity: quantity, basePrice: price,
            totalPrice: Money(hundredths: .random(in: 0...99_999, using: &generator)))
    }

    private static func line(_ purchase: Purchase, _ generator: inout SplitMix64) -> String {
        let cells = [
            purchase.order.rawValue, purchase.user.rawValue, purchase.date.description, purchase.productID, purchase.itemName,
            purchase.brand,
            purchase.category, purchase.quantity.description, purchase.basePrice.description, purchase.totalPrice.description,
        ]
        return cells.map { cell in
            let needsQuotes = cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
            guard needsQuotes || Int.random(in: 0..<4, using: &generator) == 0 else { return cell }
            return "\"\(cell.replacing("\"", with: "\"\""))\""
        }.joined(separator: ",")
    }

    /// Bytes of which many logs at fault are made.
    private static func noise(_ count: Int, _ generator: inout SplitMix64) -> [UInt8] {
        let pieces = [
            "\"", ",", "\n", "\r\n", "\r", "\"\"", "a", "U1", "2024-01-31", "13/1/2024", "2.48", " ", "\u{0}", "é",
            "U1,2024-01-31,Milk,2\n", "\",\"",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<count {
            if Int.random(in: 0..<20, using: &generator) == 0 {
                bytes.append(.random(in: 0...255, using: &generator))
            } else {
                bytes += pieces.randomElement(using: &generator)!.utf8
            }
        }
        return bytes
    }

    @Test(arguments: 0..<60)
    func `what is written reads back equal, whatever the quoting, line ends, mark, compression and buffer`(seed: Int) throws {
        var generator = SplitMix64(state: UInt64(seed))
        let end = Bool.random(using: &generator) ? "\n" : "\r\n"
        let purchases = (0..<Int.random(in: 1...40, using: &generator)).map { _ in Self.purchase(&generator) }
        var text = Bool.random(using: &generator) ? "\u{FEFF}" : ""
        text += ([Self.columns.joined(separator: ",")] + purchases.map { Self.line($0, &generator) }).joined(separator: end)
        if Bool.random(using: &generator) { text += end }
        let bytes = Bool.random(using: &generator) ? Array(text.utf8) : gzip(Array(text.utf8))

        var options = PurchaseLog.Options()
        options.bufferBytes = .random(in: 1...300, using: &generator)
        let rows = try LogFixture.rows(of: LogFixture.log(bytes, options: options))
        #expect(rows.map(\.purchase) == purchases)
    }

    @Test(arguments: 0..<60)
    func `no bytes are too much, no row is lost, and the size of the buffer does not show`(seed: Int) throws {
        var generator = SplitMix64(state: UInt64(1000 + seed))
        let bytes = Array("CustomerID,OrderDate,Item Name,Base Price\n".utf8) + Self.noise(300, &generator)
        var options = PurchaseLog.Options(maximumRecordBytes: .random(in: 50...400, using: &generator))
        // Bytes of zero are refused at the head of a file, so that they are put after it.
        let padding = [UInt8](repeating: UInt8(ascii: "\n"), count: 4096)
        options.takesLikelier = true
        let log: PurchaseLog
        do { log = try LogFixture.log(padding + bytes, options: options) } catch let error as PurchaseLogError {
            // What is refused is refused whatever the buffer.
            options.bufferBytes = 7
            #expect(throws: error) { try LogFixture.log(padding + bytes, options: options) }
            return
        }
        let rows = try LogFixture.rows(of: log)

        var reconciliation = Reconciliation(of: log)
        for row in rows { reconciliation.record(row) }
        #expect(reconciliation.rows == rows.count)
        #expect(reconciliation.acceptedRows + reconciliation.rejectedRows == rows.count)
        let lines = rows.compactMap { $0.rejection?.line }
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 })

        for bufferBytes in [1, 5, 17, 64, 333] {
            options.bufferBytes = bufferBytes
            #expect(try LogFixture.rows(of: LogFixture.log(padding + bytes, options: options)) == rows)
        }
    }

    @Test(arguments: 0..<40)
    func `good rows survive whatever stands between them`(seed: Int) throws {
        var generator = SplitMix64(state: UInt64(2000 + seed))
        let good = "U1,2024-01-31,Milk,2\n"
        var text = "CustomerID,OrderDate,Item Name,Base Price\n"
        // Lines without quotes, or with a stray one: each is at fault by itself, and none can close the quote of another.
        let bad = [
            "U1,2024-01-31\n", "U1,two,Milk,2\n", "U1,2024-01-31,\"Milk\"s\n", ",,,\n", "a,b,c,d,e\n", "\u{1}\n",
            "U1,2024-01-31,Mi\"lk\"\"\n",
        ]
        var count = 0
        for _ in 0..<100 {
            if Bool.random(using: &generator) {
                text += good
                count += 1
            } else {
                text += bad.randomElement(using: &generator)!
            }
        }
        let rows = try LogFixture.rows(text)
        #expect(rows.count == 100)
        #expect(rows.compactMap(\.purchase).count == count)
    }

    @Test(arguments: 0..<200)
    func `a random file never crashes the reader`(seed: Int) {
        var generator = SplitMix64(state: UInt64(3000 + seed))
        let bytes =
            seed.isMultiple(of: 2) ? Self.noise(200, &generator) : (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let magic: [UInt8] = seed.isMultiple(of: 3) ? [0x1F, 0x8B, 0x08] : []
        _ = try? LogFixture.rows(of: LogFixture.log(magic + bytes))
    }
}
