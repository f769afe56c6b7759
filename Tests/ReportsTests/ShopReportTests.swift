import Purchases
import Reports
import Testing

@Suite struct ShopReportTests {
    private static func months(_ months: [String]) throws -> [String] {
        let statistics = try months.map { month in
            CategoryMonth(category: "Dairy", month: try #require(Month(month)), lines: 1, units: 1, total: Money(hundredths: 2_48))
        }
        let text = String(decoding: ShopReport(statistics, .months).json.bytes, as: UTF8.self)
        return text.matches(of: /"month":"([^"]+)"/).map { String($0.1) }
    }

    @Test func `months without purchases are shown, unless one date is wrong by millennia`() throws {
        #expect(try Self.months(["2024-01", "2024-03"]) == ["2024-01", "2024-02", "2024-03"])
        #expect(try Self.months(["2024-01", "9024-03"]) == ["2024-01", "9024-03"])
    }
}
