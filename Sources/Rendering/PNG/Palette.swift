/// At most 256 colors that stand for all colors of a picture.
///
/// Colors of areas are kept exactly. Nearly all others lie between two of them, on smoothed edges, where
/// the eye does not tell small steps apart: such a color stands for those near it.
struct Palette {
    /// ARGB, not multiplied by its alpha; those that let light through come first.
    private(set) var entries: [UInt32] = []
    /// The entry that stands for a color, by the color's number in the histogram.
    private(set) var indices: [UInt8]

    static let capacity = 256
    /// How far, in 255ths of a channel, a color may be from the one that stands for it.
    static let reach: UInt8 = 8
    /// Entries for rare colors that are far from all others.
    static let reserve = 8

    /// Chooses the colors; nil when 256 cannot stand for all within these bounds:
    ///
    /// - no channel of a pixel is off by more than 32 of 255,
    /// - at most one pixel of a thousand is off by more than 8,
    /// - the signal is at least 44 dB above the noise (PSNR over red, green, blue, and alpha if there is any).
    init?(of histogram: borrowing ColorHistogram) {
        // Frequent colors exactly where there is room for that, in the middle of those around them where there is not.
        if let palette = Palette(leadersOf: histogram) ?? Palette(boxesOf: histogram) { self = palette } else { return nil }
    }

    init(entries: [UInt32], indices: [UInt8]) {
        self.entries = entries
        self.indices = indices
        moveTransparentFirst()
    }

    /// Lets frequent colors stand for the rarer ones within reach.
    private init?(leadersOf histogram: borrowing ColorHistogram) {
        indices = [UInt8](repeating: 0, count: histogram.entries.count)
        entries.reserveCapacity(Self.capacity)
        var channels = Channels()
        var noise = Noise()
        for number in Self.order(of: histogram) {
            let (color, isExact) = (histogram.entries[number].color, histogram.entries[number].isFlat)
            let nearest = entries.isEmpty ? nil : channels.nearest(to: color)
            // The last entries are for rare colors that would be far off without one of their own.
            let isScarce = entries.count >= Self.capacity - Self.reserve
            let reach = isExact ? 0 : isScarce ? 3 * Self.reach : Self.reach
            if let nearest, nearest.distance <= reach || entries.count == Self.capacity {
                guard !isExact || nearest.distance == 0 else { return nil }
                indices[number] = UInt8(nearest.index)
                noise.add(color, entries[nearest.index], distance: nearest.distance, count: Int(histogram.entries[number].pixelCount))
            } else {
                indices[number] = UInt8(entries.count)
                channels.append(color)
                entries.append(color)
            }
        }
        guard noise.isAcceptable(pixelCount: histogram.entries.reduce(0) { $0 + Int($1.pixelCount) }) else { return nil }
        moveTransparentFirst()
    }

    /// Returns the numbers of the colors: areas, then the more frequent before the rarer, roughly, in the order of appearance.
    static func order(of histogram: borrowing ColorHistogram) -> [Int] {
        // By powers of two, which counting can sort.
        func rank(_ entry: ColorHistogram.Entry) -> Int { entry.isFlat ? 0 : 1 + entry.pixelCount.leadingZeroBitCount }
        var places = [Int](repeating: 0, count: 35)
        for entry in histogram.entries { places[rank(entry) + 1] += 1 }
        for rank in 1..<places.count { places[rank] += places[rank - 1] }
        var order = [Int](repeating: 0, count: histogram.entries.count)
        for (number, entry) in histogram.entries.enumerated() {
            order[places[rank(entry)]] = number
            places[rank(entry)] += 1
        }
        return order
    }

    /// The file names the alpha of the first entries only, as many as needed.
    private mutating func moveTransparentFirst() {
        guard entries.contains(where: { $0 >> 24 < 255 }) else { return }
        let order = entries.indices.filter { entries[$0] >> 24 < 255 } + entries.indices.filter { entries[$0] >> 24 == 255 }
        var places = [UInt8](repeating: 0, count: entries.count)
        for (place, index) in order.enumerated() { places[index] = UInt8(place) }
        entries = order.map { entries[$0] }
        for number in indices.indices { indices[number] = places[Int(indices[number])] }
    }
}

extension Palette {
    /// What is lost by letting one color stand for another.
    struct Noise {
        private var squares = 0
        private var visible = 0
        private var largest: UInt8 = 0
        private var hasAlpha = false

        mutating func add(_ color: UInt32, _ other: UInt32, distance: UInt8, count: Int) {
            guard distance > 0 else { return hasAlpha = hasAlpha || color >> 24 < 255 }
            var distance = distance
            if color >> 24 < 255 || other >> 24 < 255 {
                hasAlpha = true
                // On paper a color and its alpha may be off together.
                distance = max(distance, Self.seenDistance(color, other))
            }
            for shift: UInt32 in [0, 8, 16, 24] {
                let difference = Int(color >> shift & 255) - Int(other >> shift & 255)
                squares += difference * difference * count
            }
            if distance > 8 { visible += count }
            largest = max(largest, distance)
        }

        /// Returns the largest difference in a channel on black or on white; on any other paper it lies in between.
        private static func seenDistance(_ one: UInt32, _ other: UInt32) -> UInt8 {
            [0, 8, 16].reduce(0) { largest, shift in
                func seen(_ color: UInt32, on paper: Int) -> Int { (Int(color >> shift & 255) - paper) * Int(color >> 24) }
                let (black, white) = (seen(one, on: 0) - seen(other, on: 0), seen(one, on: 255) - seen(other, on: 255))
                return max(largest, UInt8((max(abs(black), abs(white)) + 127) / 255))
            }
        }

        func isAcceptable(pixelCount: Int) -> Bool {
            // 44 dB: the mean square of the difference is 255² / 10^4.4.
            let mean = Double(squares) / Double(pixelCount * (hasAlpha ? 4 : 3))
            return largest <= 32 && visible * 1_000 <= pixelCount && mean <= 2.588
        }
    }

    /// The entries channel by channel, which the compiler can compare 16 at once.
    private struct Channels {
        private var alpha = [UInt8](), red = [UInt8](), green = [UInt8](), blue = [UInt8]()
        private var distances = [UInt8](repeating: 0, count: capacity)

        init() {
            alpha.reserveCapacity(capacity)
            red.reserveCapacity(capacity)
            green.reserveCapacity(capacity)
            blue.reserveCapacity(capacity)
        }

        mutating func append(_ color: UInt32) {
            alpha.append(UInt8(color >> 24))
            red.append(UInt8(truncatingIfNeeded: color >> 16))
            green.append(UInt8(truncatingIfNeeded: color >> 8))
            blue.append(UInt8(truncatingIfNeeded: color))
        }

        /// Returns the first of the entries whose largest difference in a channel is least.
        ///
        /// - Precondition: There is one.
        mutating func nearest(to color: UInt32) -> (index: Int, distance: UInt8) {
            let (a, r) = (UInt8(color >> 24), UInt8(truncatingIfNeeded: color >> 16))
            let (g, b) = (UInt8(truncatingIfNeeded: color >> 8), UInt8(truncatingIfNeeded: color))
            var least = UInt8.max
            let count = alpha.count
            alpha.withUnsafeBufferPointer { alpha in
                red.withUnsafeBufferPointer { red in
                    green.withUnsafeBufferPointer { green in
                        blue.withUnsafeBufferPointer { blue in
                            distances.withUnsafeMutableBufferPointer { distances in
                                for index in 0..<count {
                                    let one = max(Self.distance(alpha[index], a), Self.distance(red[index], r))
                                    let two = max(Self.distance(green[index], g), Self.distance(blue[index], b))
                                    distances[index] = max(one, two)
                                    least = min(least, distances[index])
                                }
                            }
                        }
                    }
                }
            }
            return (distances[..<count].firstIndex(of: least) ?? 0, least)
        }

        @inline(__always) private static func distance(_ one: UInt8, _ other: UInt8) -> UInt8 {
            max(one, other) &- min(one, other)
        }
    }
}
