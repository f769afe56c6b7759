import CDeflate

/// Makes histories of bytes. It has memory to work in: one is good for many.
///
/// Nothing is believed: every length is checked against what is left before anything is allocated, every number against what it stands
/// for. What is accepted is a history that can be encoded.
public struct HistoryDecoder: ~Copyable {
    private let decompressor: OpaquePointer?

    public init() { decompressor = libdeflate_alloc_decompressor() }

    deinit { libdeflate_free_decompressor(decompressor) }

    /// - Throws: `HistoryError.unknownFormat` or `.damaged`.
    public func decode(_ bytes: [UInt8]) throws(HistoryError) -> History { try decode(bytes.span.bytes) }

    public func decode(_ bytes: RawSpan) throws(HistoryError) -> History {
        do { return try bytes.withUnsafeBytes { try decode(unsafe: $0) } } catch let error as HistoryError { throw error } catch {
            throw .damaged(.deflate)
        }
    }

    private func decode(unsafe bytes: UnsafeRawBufferPointer) throws -> History {
        var reader = ByteReader(bytes)
        let format = try reader.byte()
        let length = try reader.number()
        switch HistoryFormat(rawValue: format) {
        case .plain:
            guard length == UInt64(reader.remainingCount) else { throw HistoryError.damaged(.length) }
            return try History(from: &reader)
        case .deflated:
            // DEFLATE makes at most 1032 bytes of one.
            guard length <= UInt64(min(History.byteLimit, reader.remainingCount * 1_032)) else { throw HistoryError.damaged(.length) }
            let packed = reader.rest
            return try withUnsafeTemporaryAllocation(byteCount: Int(length), alignment: 1) { room in
                var count = 0
                let result = libdeflate_deflate_decompress(
                    decompressor, packed.baseAddress, packed.count, room.baseAddress, room.count, &count)
                guard decompressor != nil, result == LIBDEFLATE_SUCCESS, count == room.count else {
                    throw HistoryError.damaged(.deflate)
                }
                var reader = ByteReader(UnsafeRawBufferPointer(room))
                return try History(from: &reader)
            }
        case .years, nil: throw HistoryError.unknownFormat(format)
        }
    }
}

extension History {
    fileprivate init(from reader: inout ByteReader) throws(HistoryError) {
        decimals = Decimals(quantity: Int(try reader.byte()), price: Int(try reader.byte()), total: Int(try reader.byte()))
        guard decimals.areInRange else { throw .damaged(.number) }
        articles = try Self.articles(from: &reader)
        orders = []
        lines = []
        var lastPrices = [Int64](repeating: 0, count: articles.count)
        var usedCount = 0
        let count = try reader.count(ofAtLeast: 7)
        orders.reserveCapacity(count)
        for _ in 0..<count {
            let id = try reader.text(count: reader.number())
            if let last = orders.last, !last.id.utf8.lexicographicallyPrecedes(id.utf8) { throw .damaged(.order) }
            let start = lines.count
            try appendLines(from: &reader, &lastPrices, &usedCount)
            orders.append(Order(id: id, lines: start..<lines.count))
        }
        guard usedCount == articles.count else { throw .damaged(.reference) }
        try reader.finish()
    }

    /// Reads the lines of one order.
    private mutating func appendLines(
        from reader: inout ByteReader, _ lastPrices: inout [Int64], _ usedCount: inout Int
    ) throws(HistoryError) {
        let head = try reader.number()
        // A line takes four bytes at least, and one was read of the day.
        guard head >> 2 > 0, head >> 2 <= UInt64(reader.remainingCount / 4) else { throw .damaged(.length) }
        let (isTimed, differs) = (head & 2 != 0, head & 1 != 0)
        var day = Int64(Self.dayOrigin)
        var time: Int64 = 0
        func move(_ reader: inout ByteReader, isFirst: Bool) throws(HistoryError) {
            day &+= try reader.signed()
            guard Self.days.contains(Int(day)) else { throw .damaged(.number) }
            guard isTimed else { return }
            time = isFirst ? Int64(bitPattern: try reader.number()) : time &+ (try reader.signed())
            guard (0...Int64(Self.secondsOfDay.upperBound)).contains(time) else { throw .damaged(.number) }
        }
        try move(&reader, isFirst: true)
        for _ in 0..<Int(head >> 2) {
            if differs { try move(&reader, isFirst: false) }
            let place = try reader.number()
            guard place < UInt64(articles.count), place <= UInt64(usedCount) else { throw .damaged(.reference) }
            let article = Int(place)
            if article == usedCount { usedCount += 1 }
            let quantity = try reader.signed()
            let price = lastPrices[article] &+ (try reader.signed())
            lastPrices[article] = price
            let total = Self.product(quantity, price, decimals) &+ (try reader.signed())
            lines.append(
                Line(
                    article: article, day: Int(day), second: time == 0 ? nil : Int(time) - 1, quantity: quantity, price: price,
                    total: total
                )
            )
        }
    }

    private static func articles(from reader: inout ByteReader) throws(HistoryError) -> [Article] {
        let count = try reader.count(ofAtLeast: 4)
        var articles: [Article] = []
        articles.reserveCapacity(count)
        var columns = [[String]](repeating: [], count: 4)
        func text(_ column: Int, _ reader: inout ByteReader) throws(HistoryError) -> String {
            let head = try reader.number()
            if head & 1 == 0 {
                let text = try reader.text(count: head >> 1)
                columns[column].append(text)
                return text
            }
            guard head >> 1 < UInt64(columns[column].count) else { throw .damaged(.reference) }
            return columns[column][Int(head >> 1)]
        }
        for _ in 0..<count {
            articles.append(
                Article(
                    item: try text(0, &reader), brand: try text(1, &reader), category: try text(2, &reader), product: try text(3, &reader)
                )
            )
        }
        return articles
    }
}
