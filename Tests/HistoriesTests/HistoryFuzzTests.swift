import CDeflate
import Hashing
import Purchases
import Testing

@testable import Histories

/// Whatever the bytes are: an error or a history, never a crash, and no memory for lengths that are only said.
@Suite struct HistoryFuzzTests {
    private static func sample() throws -> [UInt8] {
        let purchases = (0..<10).map { number in
            Purchase(
                user: UserID(rawValue: "U1"), order: OrderID(rawValue: "A\(number / 3)"), date: CalendarDate(dayNumber: 19_000 + number),
                itemName: "Item \(number % 4)", category: "C", basePrice: UnitPrice(hundredths: 250), totalPrice: Money(hundredths: 260))
        }
        var encoder = HistoryEncoder()
        return try encoder.encode(History(of: purchases))
    }

    private static func deflated(_ payload: [UInt8], saying length: UInt64) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(1)
        defer { libdeflate_free_compressor(compressor) }
        var packed = [UInt8](repeating: 0, count: libdeflate_deflate_compress_bound(compressor, payload.count))
        let count = libdeflate_deflate_compress(compressor, payload, payload.count, &packed, packed.count)
        var writer = ByteWriter()
        writer.append(0x11)
        writer.append(number: length)
        return writer.bytes + packed[..<count]
    }

    @Test func `every beginning of a history is refused, and so is a history with something behind it`() throws {
        let bytes = try Self.sample()
        for end in bytes.indices { #expect(throws: HistoryError.self) { try HistoryDecoder().decode(Array(bytes[..<end])) } }
        #expect(throws: HistoryError.damaged(.length)) { try HistoryDecoder().decode(bytes + [0]) }
    }

    @Test func `a history with changed bytes is refused or is another one that can be written`() throws {
        let bytes = try Self.sample()
        #expect(bytes[0] == 0x10)
        var random = SplitMix64(state: 99)
        let decoder = HistoryDecoder()
        var encoder = HistoryEncoder()
        var accepted = 0
        for round in 0..<40_000 {
            var changed = bytes
            for _ in 0...round % 3 {
                let place = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
                case 1: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: changed.remove(at: place)
                default: changed.insert([0, 1, 0x7f, 0x80, 0xff].randomElement(using: &random) ?? 0, at: place)
                }
            }
            // As often with a length that is right as with one that is not.
            if round % 2 == 0, changed.count > 3, changed.count < 130 { changed[1] = UInt8(changed.count - 2) }
            // Through both forms.
            let wrapped = round % 5 == 0 ? Self.deflated(Array(changed.dropFirst(2)), saying: UInt64(max(0, changed.count - 2))) : changed
            guard let history = try? decoder.decode(wrapped) else { continue }
            accepted += 1
            let again = try decoder.decode(encoder.encode(history))
            #expect(again.purchases(of: UserID(rawValue: "U")) == history.purchases(of: UserID(rawValue: "U")))
        }
        #expect(accepted > 100)
    }

    @Test func `random bytes are refused`() {
        var random = SplitMix64(state: 4)
        let decoder = HistoryDecoder()
        for round in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            if !bytes.isEmpty { bytes[0] = [0x10, 0x11, 0x12][round % 3] }
            _ = try? decoder.decode(bytes)
            _ = try? YearDirectory(decoding: bytes)
        }
    }

    @Test func `lengths that are only said take no memory`() {
        let huge: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]
        let decoder = HistoryDecoder()
        #expect(throws: HistoryError.damaged(.length)) { try decoder.decode([0x10] + huge) }
        #expect(throws: HistoryError.damaged(.length)) { try decoder.decode([0x11] + huge + [3, 0]) }
        // As many articles, orders and lines, with the length of the whole as it is.
        for payload: [UInt8] in [[0, 2, 2] + huge, [0, 2, 2, 0] + huge, [0, 2, 2, 0, 1, 1, 65] + huge, [0, 2, 2, 0, 1] + huge] {
            #expect(throws: HistoryError.self) { try decoder.decode([0x10, UInt8(payload.count)] + payload) }
        }
    }

    @Test func `a deflated bomb is refused by the length it says`() {
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        let decoder = HistoryDecoder()
        #expect(throws: HistoryError.damaged(.deflate)) { try decoder.decode(Self.deflated(zeros, saying: 1_000)) }
        #expect(throws: HistoryError.damaged(.deflate)) { try decoder.decode(Self.deflated(zeros, saying: 1 << 20 + 1)) }
        #expect(throws: HistoryError.damaged(.length)) { try decoder.decode(Self.deflated(zeros, saying: UInt64(History.byteLimit) + 1)) }
    }

    @Test func `what a newer version wrote is told apart from what is damaged`() {
        let decoder = HistoryDecoder()
        #expect(throws: HistoryError.unknownFormat(0x13)) { try decoder.decode([0x13, 0]) }
        #expect(throws: HistoryError.damaged(.truncated)) { try decoder.decode([]) }
        #expect(throws: HistoryError.damaged(.number)) { try decoder.decode([0x10, 0x83, 0x00, 0, 0, 0]) }
    }
}
