/// A prefix code as Deflate has it: made of how often each symbol stands in the text, and no longer than a limit.
struct HuffmanCode {
    /// In bits; 0 for a symbol without a code.
    private(set) var lengths: [UInt8]
    /// With the first bit lowest, as it is written.
    private(set) var codes: [UInt16]

    /// - Parameters:
    ///   - frequencies: by symbol; symbols that do not occur get no code, but at least two have one, as some decoders want it.
    ///   - limit: the most bits of a code.
    init(frequencies: [Int], limit: Int) {
        lengths = [UInt8](repeating: 0, count: frequencies.count)
        codes = [UInt16](repeating: 0, count: frequencies.count)
        // A frequency and its symbol in one number, which sorts them by both.
        var keys: [Int] = []
        keys.reserveCapacity(frequencies.count)
        for (symbol, frequency) in frequencies.enumerated() where frequency > 0 { keys.append(frequency << 16 | symbol) }
        while keys.count < 2 { keys.append(keys.first.map { $0 & 0xFFFF } == 0 ? 1 : 0) }
        keys.sort()
        var counts = Self.lengthCounts(of: keys.map { max(1, $0 >> 16) }, limit: limit)
        Self.shorten(&counts, to: limit)
        var next = keys.startIndex
        for length in stride(from: limit, to: 0, by: -1) {
            for _ in 0..<counts[length] {
                lengths[keys[next] & 0xFFFF] = UInt8(length)
                next += 1
            }
        }
        assignCodes(counts)
    }

    /// Returns how many codes there are of each length for sorted frequencies, of which there are at least two.
    ///
    /// Weights and parents share one array (Moffat and Katajainen, "In-Place Calculation of Minimum-Redundancy Codes", 1995).
    private static func lengthCounts(of sorted: consuming [Int], limit: Int) -> [Int] {
        var nodes = sorted
        let count = nodes.count
        var (leaf, root) = (0, 0)
        func takeSmallest(before next: Int) -> Int {
            if leaf >= count || (root < next && nodes[root] < nodes[leaf]) {
                let weight = nodes[root]
                nodes[root] = next
                root += 1
                return weight
            }
            leaf += 1
            return nodes[leaf - 1]
        }
        for next in 0..<count - 1 {
            let weight = takeSmallest(before: next)
            nodes[next] = weight + takeSmallest(before: next)
        }
        // From parents to depths, the root first.
        nodes[count - 2] = 0
        for node in stride(from: count - 3, through: 0, by: -1) { nodes[node] = nodes[nodes[node]] + 1 }
        var counts = [Int](repeating: 0, count: max(count, limit) + 1)
        var (available, depth, node) = (1, 0, count - 2)
        while available > 0 {
            var inner = 0
            while node >= 0, nodes[node] == depth {
                inner += 1
                node -= 1
            }
            counts[depth] += available - inner
            available = 2 * inner
            depth += 1
        }
        return counts
    }

    /// Makes no code longer than `limit`: what is too long takes room from the longest codes that are short enough.
    private static func shorten(_ counts: inout [Int], to limit: Int) {
        for length in counts.indices where length > limit {
            counts[limit] += counts[length]
            counts[length] = 0
        }
        // A code of `length` bits takes 2^(limit − length) of the room there is (Kraft's inequality).
        var excess = (1...limit).reduce(0) { $0 + counts[$1] << (limit - $1) } - 1 << limit
        while excess > 0 {
            counts[limit] -= 1
            guard let length = (1..<limit).last(where: { counts[$0] > 0 }) else { return }
            counts[length] -= 1
            counts[length + 1] += 2
            excess -= 1
        }
    }

    /// A symbol's code and its length, times 65,536, in one number.
    var table: [UInt32] { zip(codes, lengths).map { UInt32($0) | UInt32($1) << 16 } }

    /// Numbers the codes by length, then by symbol (RFC 1951, 3.2.2).
    private mutating func assignCodes(_ counts: [Int]) {
        var next = [Int](repeating: 0, count: counts.count + 1)
        for length in 1..<counts.count { next[length + 1] = (next[length] + counts[length]) << 1 }
        for symbol in lengths.indices where lengths[symbol] > 0 {
            let length = Int(lengths[symbol])
            codes[symbol] = UInt16(next[length]).reversedBits >> UInt16(16 - length)
            next[length] += 1
        }
    }
}

extension UInt16 {
    fileprivate var reversedBits: UInt16 {
        var value = self
        value = (value & 0x5555) << 1 | (value >> 1) & 0x5555
        value = (value & 0x3333) << 2 | (value >> 2) & 0x3333
        value = (value & 0x0F0F) << 4 | (value >> 4) & 0x0F0F
        return value.byteSwapped
    }
}
