import LogReading
import Purchases
import Testing

@Suite struct PurchaseLogGzipTests {
    private let text =
        LogFixture.header + (1...5000).map { "\($0),U1,2024-01-31,P1,Milk \($0 * 7919 % 5000),Farm,Dairy,1,2.48,2.48,x\n" }.joined()

    private func rows(_ bytes: [UInt8]) throws -> [PurchaseLog.Row] { try LogFixture.rows(of: LogFixture.log(bytes)) }

    @Test func `a compressed log reads like the plain one`() throws {
        let log = try LogFixture.log(gzip(Array(text.utf8)))
        #expect(try LogFixture.rows(of: log) == LogFixture.rows(text))
        var rows = try log.rows()
        while try rows.next() != nil {}
        #expect(rows.bytesRead == log.byteCount)
        #expect(log.byteCount < text.utf8.count)
    }

    @Test func `members one after the other, empty ones and padding with zeros are read through`() throws {
        let bytes = Array(text.utf8)
        let parts = [bytes.prefix(10), [], bytes[10..<70_001], bytes[70_001...]].flatMap { gzip(Array($0)) }
        #expect(try rows(parts) == LogFixture.rows(text))
        #expect(try rows(parts + [UInt8](repeating: 0, count: 70_000)) == LogFixture.rows(text))
    }

    @Test func `a gzip that ends early is refused wherever it is cut`() throws {
        let bytes = gzip(Array(text.utf8))
        for count in [2, 9, 10, 11, bytes.count / 2, bytes.count - 9, bytes.count - 1] {
            #expect(throws: PurchaseLogError.truncatedGzip) { try rows(Array(bytes.prefix(count))) }
        }
        #expect(throws: PurchaseLogError.truncatedGzip) { try rows(bytes + [0x1F]) }
    }

    @Test func `a damaged gzip is refused`() throws {
        var bytes = gzip(Array(text.utf8))
        bytes[bytes.count - 6] ^= 1
        #expect(throws: PurchaseLogError.damagedGzip(reason: "incorrect data check")) { try rows(bytes) }
        #expect(throws: PurchaseLogError.damagedGzip(reason: "incorrect header check")) {
            try rows(gzip(Array(text.utf8)) + Array("more".utf8))
        }
    }

    @Test func `what is inside a gzip is judged like a plain file`() {
        #expect(throws: PurchaseLogError.empty) { try rows(gzip([])) }
        #expect(throws: PurchaseLogError.notText(looksLike: "a gzip file inside a gzip file")) { try rows(gzip(gzip(Array(text.utf8)))) }
        #expect(throws: PurchaseLogError.notText(looksLike: "a PNG image")) { try rows(gzip([0x89, 0x50, 0x4E, 0x47, 0x0D])) }
    }

    @Test func `a small gzip of a very long log is refused at the limit`() {
        let bytes = gzip(Array(LogFixture.header.utf8) + [UInt8](repeating: UInt8(ascii: "\n"), count: 2_000_000))
        #expect(throws: PurchaseLogError.tooLong(limit: 1_000_000)) { try LogFixture.log(bytes, options: .init(maximumBytes: 1_000_000)) }
    }
}
