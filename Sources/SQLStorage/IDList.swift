/// Ids in order of their bytes, each said by what differs from the one before, as a database keeps many of them in one value.
///
/// An id is the number of bytes it shares with the one before, the number of those that follow, both in LEB128, and these bytes.
package struct IDList: Hashable, Sendable {
    /// In order of their bytes, each once.
    package private(set) var ids: [String]

    /// - Parameter ids: in order of their bytes, each once.
    package init(_ ids: some Sequence<String> = EmptyCollection()) { self.ids = Array(ids) }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var last = ""
        for id in ids {
            let shared = zip(last.utf8, id.utf8).prefix { $0 == $1 }.count
            bytes.appendNumber(shared)
            bytes.appendNumber(id.utf8.count - shared)
            bytes += id.utf8.dropFirst(shared)
            last = id
        }
        return bytes
    }

    /// Reads what `bytes` wrote; nil for anything else.
    package init?(decoding bytes: [UInt8]) {
        ids = []
        var rest = bytes[...]
        var last: [UInt8] = []
        while !rest.isEmpty {
            guard let shared = rest.takeNumber(), shared <= last.count, let count = rest.takeNumber(), count <= rest.count else {
                return nil
            }
            last.removeSubrange(shared...)
            last += rest.prefix(count)
            rest = rest.dropFirst(count)
            ids.append(String(decoding: last, as: UTF8.self))
        }
    }

    /// Adds ids that are in order of their bytes, each once.
    package mutating func merge(_ others: some Collection<String>) {
        var merged: [String] = []
        merged.reserveCapacity(ids.count + others.count)
        var rest = others[...]
        for id in ids {
            while let other = rest.first, other.precedesByBytes(id) {
                merged.append(other)
                rest = rest.dropFirst()
            }
            merged.append(id)
            if let other = rest.first, !id.precedesByBytes(other) { rest = rest.dropFirst() }
        }
        ids = merged + rest
    }
}

extension String {
    package func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension [UInt8] {
    fileprivate mutating func appendNumber(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}

extension ArraySlice<UInt8> {
    /// Takes a number below 2²⁸ from the beginning; nil when there is none.
    fileprivate mutating func takeNumber() -> Int? {
        var number = 0
        for shift in stride(from: 0, to: 28, by: 7) {
            guard let byte = popFirst() else { return nil }
            number |= Int(byte & 0x7f) << shift
            if byte < 0x80 { return number }
        }
        return nil
    }
}
