import CDeflate

/// Makes bytes of histories. It has memory to work in: one is good for many.
///
/// The same history always gives the same bytes, whatever it was made from: articles are numbered in order of their use, numbers have as
/// few decimals as hold all of them, and totals two or three. (Deflated bytes are the same for the same version of libdeflate.)
public struct HistoryEncoder: ~Copyable {
    /// Nil where nothing is deflated.
    private let compressor: OpaquePointer?
    private var writer = ByteWriter()
    /// The texts of items, brands, categories and products.
    private var columns = [TextTable](repeating: TextTable(), count: 4)

    /// - Parameter deflates: whether long histories are deflated; not for a database that compresses by itself.
    public init(deflates: Bool = true) { compressor = deflates ? libdeflate_alloc_compressor(1) : nil }

    deinit { libdeflate_free_compressor(compressor) }

    /// - Throws: `HistoryError.outOfRange` or `.tooLarge`.
    public mutating func encode(_ history: History) throws(HistoryError) -> [UInt8] {
        writer.removeAll()
        try writer.append(history, &columns)
        guard writer.bytes.count <= History.byteLimit else { throw .tooLarge(bytes: writer.bytes.count) }
        var head = ByteWriter()
        if writer.bytes.count >= History.deflatedSize, let deflated = deflated(writer.bytes) {
            head.append(HistoryFormat.deflated.rawValue)
            head.append(count: writer.bytes.count)
            return head.bytes + deflated
        }
        head.append(HistoryFormat.plain.rawValue)
        head.append(count: writer.bytes.count)
        return head.bytes + writer.bytes
    }

    /// Returns the bytes deflated; nil when that is no shorter.
    private func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        guard let compressor else { return nil }
        let room = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { buffer, count in
            count = bytes.withUnsafeBytes {
                libdeflate_deflate_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count)
            }
        }
        return room.isEmpty ? nil : room
    }
}

extension ByteWriter {
    fileprivate mutating func append(_ history: History, _ columns: inout [TextTable]) throws(HistoryError) {
        try history.check()
        let reduction = history.reduction
        var decimals = history.decimals
        decimals.quantity -= reduction.quantity
        decimals.price -= reduction.price
        decimals.total -= reduction.total
        let (quantityUnit, priceUnit) = (History.powersOfTen[reduction.quantity], History.powersOfTen[reduction.price])
        let totalUnit = History.powersOfTen[reduction.total]
        for count in [decimals.quantity, decimals.price, decimals.total] { append(UInt8(count)) }

        let places = appendArticles(of: history, &columns)
        var lastPrices = [Int64](repeating: 0, count: places.count)
        append(count: history.orders.count)
        for order in history.orders {
            append(count: order.id.utf8.count)
            append(bytesOf: order.id)
            let lines = history.lines[order.lines]
            guard var last = lines.first else { continue }
            let isTimed = lines.contains { $0.second != nil }
            let differs = lines.contains { $0.day != last.day || $0.second != last.second }
            append(count: lines.count << 2 | (isTimed ? 2 : 0) | (differs ? 1 : 0))
            append(signed: Int64(last.day - History.dayOrigin))
            if isTimed { append(count: last.time) }
            for line in lines {
                if differs {
                    append(signed: Int64(line.day - last.day))
                    if isTimed { append(signed: Int64(line.time - last.time)) }
                    last = line
                }
                let place = places[line.article]
                let (quantity, price) = (line.quantity / quantityUnit, line.price / priceUnit)
                append(count: place)
                append(signed: quantity)
                append(signed: price &- lastPrices[place])
                lastPrices[place] = price
                append(signed: line.total / totalUnit &- History.product(quantity, price, decimals))
            }
        }
    }

    /// Appends the texts of all articles that are used, in order of their use, and returns the place of each among them.
    private mutating func appendArticles(of history: History, _ columns: inout [TextTable]) -> [Int] {
        var places = [Int](repeating: -1, count: history.articles.count)
        /// By the numbers of the texts: an article that is there twice is written once.
        var known: [SIMD4<Int32>: Int] = [:]
        var texts = ByteWriter()
        for column in columns.indices { columns[column].removeAll() }
        for line in history.lines where places[line.article] < 0 {
            let article = history.articles[line.article]
            var numbers = SIMD4<Int32>(repeating: 0)
            var isNew = false
            for (column, text) in [article.item, article.brand, article.category, article.product].enumerated() {
                let number = columns[column].number(of: text)
                isNew = isNew || number == nil
                numbers[column] = Int32(number ?? columns[column].texts.count)
            }
            if !isNew, let place = known[numbers] {
                places[line.article] = place
                continue
            }
            places[line.article] = known.count
            known[numbers] = known.count
            texts.append(article.item, Int(numbers[0]), &columns[0])
            texts.append(article.brand, Int(numbers[1]), &columns[1])
            texts.append(article.category, Int(numbers[2]), &columns[2])
            texts.append(article.product, Int(numbers[3]), &columns[3])
        }
        append(count: known.count)
        append(texts)
        return places
    }

    /// Appends a text, or its number where it was there before.
    private mutating func append(_ text: String, _ number: Int, _ column: inout TextTable) {
        guard number == column.texts.count else { return append(count: number << 1 | 1) }
        column.insert(text)
        append(count: text.utf8.count << 1)
        append(bytesOf: text)
    }
}

extension History.Line {
    /// 0 for no time, and otherwise the second and one.
    fileprivate var time: Int { second.map { $0 + 1 } ?? 0 }
}

extension History {
    /// How many decimals no quantity, no price and no total needs. Totals keep two, since most currencies have as many.
    fileprivate var reduction: (quantity: Int, price: Int, total: Int) {
        var surplus = (quantity: decimals.quantity, price: decimals.price, total: max(0, decimals.total - 2))
        for line in lines {
            while surplus.quantity > 0, line.quantity % Self.powersOfTen[surplus.quantity] != 0 { surplus.quantity -= 1 }
            while surplus.price > 0, line.price % Self.powersOfTen[surplus.price] != 0 { surplus.price -= 1 }
            while surplus.total > 0, line.total % Self.powersOfTen[surplus.total] != 0 { surplus.total -= 1 }
        }
        return surplus
    }

    fileprivate func check() throws(HistoryError) {
        guard decimals.areInRange else { throw .outOfRange(.decimals) }
        for line in lines {
            guard articles.indices.contains(line.article) else { throw .outOfRange(.article) }
            guard Self.days.contains(line.day) else { throw .outOfRange(.day) }
            if let second = line.second, !Self.secondsOfDay.contains(second) { throw .outOfRange(.second) }
        }
        var end = 0
        for (place, order) in orders.enumerated() {
            guard order.lines.lowerBound == end, !order.lines.isEmpty, order.lines.upperBound <= lines.count else {
                throw .outOfRange(.lines)
            }
            end = order.lines.upperBound
            guard place == 0 || orders[place - 1].id.utf8.lexicographicallyPrecedes(order.id.utf8) else { throw .outOfRange(.orders) }
        }
        guard end == lines.count else { throw .outOfRange(.lines) }
    }
}
