extension Palette {
    /// Gathers colors in boxes that are at most twice the reach wide, and lets the middle of each stand for all of it.
    ///
    /// That takes about half as many entries as letting colors stand for those around them, since boxes do not overlap: what
    /// pictures with many crossing lines need. Colors of areas stay exact.
    init?(boxesOf histogram: borrowing ColorHistogram) {
        var boxes = Boxes()
        var indices = [UInt8](repeating: 0, count: histogram.entries.count)
        var unassigned: [Int] = []
        for number in Self.order(of: histogram) {
            let entry = histogram.entries[number]
            let best = boxes.isEmpty ? nil : boxes.best(for: entry.color)
            if entry.isFlat {
                guard boxes.count < Self.capacity else { return nil }
                indices[number] = UInt8(boxes.count)
                boxes.append(entry.color, isExact: true)
            } else if let best, best.width <= 2 * Self.reach {
                indices[number] = UInt8(best.index)
                boxes.grow(best.index, over: entry.color)
            } else if boxes.count < Self.capacity - Self.reserve {
                indices[number] = UInt8(boxes.count)
                boxes.append(entry.color, isExact: false)
            } else {
                unassigned.append(number)
            }
        }
        // What found no box is rare and may be further off, but not anywhere.
        for number in unassigned {
            let color = histogram.entries[number].color
            let best = boxes.best(for: color)
            let isFar = best.width > 3 * Self.reach && boxes.count < Self.capacity
            indices[number] = UInt8(isFar ? boxes.count : best.index)
            if isFar { boxes.append(color, isExact: false) }
        }

        let entries = boxes.middles
        var noise = Noise()
        for (number, index) in indices.enumerated() {
            let (color, middle) = (histogram.entries[number].color, entries[Int(index)])
            noise.add(color, middle, distance: Self.distance(color, middle), count: Int(histogram.entries[number].pixelCount))
        }
        guard noise.isAcceptable(pixelCount: histogram.entries.reduce(0) { $0 + Int($1.pixelCount) }) else { return nil }
        self.init(entries: entries, indices: indices)
    }

    /// Returns the largest difference in a channel.
    private static func distance(_ one: UInt32, _ other: UInt32) -> UInt8 {
        [0, 8, 16, 24].reduce(0) { largest, shift in
            let (a, b) = (UInt8(truncatingIfNeeded: one >> shift), UInt8(truncatingIfNeeded: other >> shift))
            return max(largest, max(a, b) - min(a, b))
        }
    }

    /// Boxes of colors, by the lowest and the highest value in each channel, which the compiler can compare 16 at once.
    private struct Boxes {
        private typealias Channel = (low: [UInt8], high: [UInt8])

        private var channels: [Channel] = Array(repeating: ([], []), count: 4)
        /// The reach for a color that must stay as it is, so that half a box fits round it; 0 for others.
        private var margins: [UInt8] = []
        private var widths = [UInt8](repeating: 0, count: capacity)

        var count: Int { margins.count }
        var isEmpty: Bool { margins.isEmpty }

        mutating func append(_ color: UInt32, isExact: Bool) {
            for channel in 0..<4 {
                channels[channel].low.append(Self.value(color, channel))
                channels[channel].high.append(Self.value(color, channel))
            }
            margins.append(isExact ? reach : 0)
        }

        mutating func grow(_ index: Int, over color: UInt32) {
            guard margins[index] == 0 else { return }
            for channel in 0..<4 {
                channels[channel].low[index] = min(channels[channel].low[index], Self.value(color, channel))
                channels[channel].high[index] = max(channels[channel].high[index], Self.value(color, channel))
            }
        }

        /// Returns the box that is least wide with the color in it.
        ///
        /// - Precondition: There is a box.
        mutating func best(for color: UInt32) -> (index: Int, width: UInt8) {
            let count = count
            for index in 0..<count { widths[index] = 0 }
            for channel in 0..<4 {
                let value = Self.value(color, channel)
                channels[channel].low.withUnsafeBufferPointer { low in
                    channels[channel].high.withUnsafeBufferPointer { high in
                        widths.withUnsafeMutableBufferPointer { widths in
                            for index in 0..<count { widths[index] = max(widths[index], max(high[index], value) &- min(low[index], value)) }
                        }
                    }
                }
            }
            var least = UInt8.max
            margins.withUnsafeBufferPointer { margins in
                widths.withUnsafeMutableBufferPointer { widths in
                    for index in 0..<count {
                        // 239 is far out of reach already, and leaves room for the margin.
                        widths[index] = min(widths[index], 239) &+ margins[index]
                        least = min(least, widths[index])
                    }
                }
            }
            return (widths[..<count].firstIndex(of: least) ?? 0, least)
        }

        var middles: [UInt32] {
            (0..<count).map { index in
                (0..<4).reduce(0) { color, channel in
                    let sum = UInt32(channels[channel].low[index]) + UInt32(channels[channel].high[index])
                    return color | (sum / 2) << UInt32(channel * 8)
                }
            }
        }

        private static func value(_ color: UInt32, _ channel: Int) -> UInt8 { UInt8(truncatingIfNeeded: color >> UInt32(channel * 8)) }
    }
}
