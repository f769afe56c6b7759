/// The colors of a picture and where each of them is, found in one pass over its pixels.
///
/// Charts are flat: a row is a few runs of one color, and most rows equal the
/// one above. A row that repeats is found by one comparison, a run by comparing
/// four pixels at a time, and a color is looked up once a run.
struct ColorHistogram: ~Copyable {
    /// The most colors that are told apart. With edges smoothed a chart has 400 to 5,000.
    static let colorLimit = 8_192

    /// A color, and how much of it there is.
    struct Entry {
        /// As the raster has it until all are counted, then ARGB as the file has it, not multiplied by its alpha: how far a color is
        /// off is told of the channels that a reader finds.
        var color: UInt32
        var pixelCount: UInt32
        /// Whether the color fills an area that the eye sees as such.
        var isFlat: Bool
    }

    /// The number of a color in `entries`, and how many pixels side by side have it.
    struct Run {
        var number: UInt16
        /// At most a bitmap's side, 32,767; 0 for a whole row that repeats the one above.
        var count: UInt16

        static let repeatedRow = Run(number: 0, count: 0)
    }

    /// In the order in which the colors appear.
    var entries: UnsafeBufferPointer<Entry> { UnsafeBufferPointer(rebasing: entryMemory[..<entryCount]) }
    /// Row by row from left to right.
    var runs: UnsafeBufferPointer<Run> { UnsafeBufferPointer(rebasing: runMemory[..<runCount]) }
    /// How much memory is kept for the next picture's runs.
    var runBytes: Int { runMemory.count * MemoryLayout<Run>.stride }

    private let entryMemory = UnsafeMutableBufferPointer<Entry>.allocate(capacity: colorLimit)
    private var entryCount = 0
    private var runMemory = UnsafeMutableBufferPointer<Run>.allocate(capacity: 1 << 14)
    private var runCount = 0
    /// By a hash of the color: the color in the upper half, its number and 1 in the lower; 0 where there is none.
    private let slots = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << slotBits)

    /// Twice as many slots as colors at the most.
    private static let slotBits = 14
    /// As many pixels of one color side by side are an area.
    private static let flatWidth = 8
    /// As many pixels of one color one above the other are looked for now and then.
    private static let flatHeight = 16

    deinit {
        entryMemory.deallocate()
        runMemory.deallocate()
        slots.deallocate()
    }

    /// Counts the colors of `raster`; returns false when there are too many to tell apart.
    ///
    /// Flat are the colors of areas at least 8 pixels wide or 46 high, and those that make up a thousandth of the picture.
    mutating func take(of raster: PNGEncoder.Raster) -> Bool {
        (entryCount, runCount) = (0, 0)
        slots.update(repeating: 0)
        var checkedRow = 0
        var y = 0
        while y < raster.height {
            var next = y + 1
            while next < raster.height, raster.isEqualToRowAbove(next) { next += 1 }
            // At most one run a pixel, and one for each row that repeats this one.
            reserve(raster.width + next - y)
            let start = runCount
            guard scan(raster.row(y), count: raster.width, weight: next - y) else { return false }
            if next - y >= Self.flatHeight {
                for run in runMemory[start..<runCount] { entryMemory[Int(run.number)].isFlat = true }
            } else if y - checkedRow >= Self.flatHeight {
                findLines(in: raster, above: y, from: start)
                checkedRow = y
            }
            runMemory[runCount..<runCount + next - y - 1].update(repeating: .repeatedRow)
            runCount += next - y - 1
            y = next
        }
        let share = UInt32(max(48, raster.width * raster.height / 1_000))
        for number in 0..<entryCount {
            if entryMemory[number].pixelCount >= share { entryMemory[number].isFlat = true }
            entryMemory[number].color = StraightColor(entryMemory[number].color).packed
        }
        return true
    }

    /// Adds the runs of a row that stands `weight` times in the picture.
    ///
    /// - Precondition: There is room for as many runs as pixels.
    private mutating func scan(_ row: UnsafePointer<UInt32>, count: Int, weight: Int) -> Bool {
        var x = 0
        while x < count {
            let color = row[x]
            let end = Self.endOfRun(row, from: x, count: count)
            guard let number = number(of: color) else { return false }
            var entry = entryMemory[number]
            // A picture has at most 64 million pixels.
            entry.pixelCount &+= UInt32(truncatingIfNeeded: (end - x) &* weight)
            if end - x >= Self.flatWidth { entry.isFlat = true }
            entryMemory[number] = entry
            runMemory[runCount] = Run(number: UInt16(number), count: UInt16(end - x))
            runCount += 1
            x = end
        }
        return true
    }

    /// Returns where the pixels that equal the one at `start` end. No load leaves the `count` pixels of the row.
    @inline(__always) private static func endOfRun(_ row: UnsafePointer<UInt32>, from start: Int, count: Int) -> Int {
        let color = row[start]
        var end = start + 1
        guard end < count, row[end] == color else { return end }
        let pair = UInt64(color) << 32 | UInt64(color)
        let bytes = UnsafeRawPointer(row)
        while end + 4 <= count {
            let one = bytes.loadUnaligned(fromByteOffset: end * 4, as: UInt64.self)
            let two = bytes.loadUnaligned(fromByteOffset: end * 4 + 8, as: UInt64.self)
            guard (one ^ pair) | (two ^ pair) == 0 else { break }
            end += 4
        }
        while end < count, row[end] == color { end += 1 }
        return end
    }

    /// Marks the colors of the runs from `start` on that also stand in the rows above row `y`.
    private mutating func findLines(in raster: PNGEncoder.Raster, above y: Int, from start: Int) {
        var x = 0
        for run in runMemory[start..<runCount] {
            let number = Int(run.number)
            let color = entryMemory[number].color
            if (1..<Self.flatHeight).allSatisfy({ raster.row(y - $0)[x] == color }) { entryMemory[number].isFlat = true }
            x += Int(run.count)
        }
    }

    /// Returns the number of a color, a new one if it is new; nil when there are too many.
    @inline(__always) private mutating func number(of color: UInt32) -> Int? {
        // Multiplying by an odd number with many bits mixes the low ones upwards (Knuth, The Art of Computer Programming, 6.4).
        var slot = Int((color &* 0x9E37_79B1) >> (32 - UInt32(Self.slotBits)))
        while slots[slot] != 0 {
            if UInt32(slots[slot] >> 32) == color { return Int(slots[slot] & 0xFFFF) - 1 }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard entryCount < Self.colorLimit else { return nil }
        entryMemory[entryCount] = Entry(color: color, pixelCount: 0, isFlat: false)
        entryCount += 1
        slots[slot] = UInt64(color) << 32 | UInt64(entryCount)
        return entryCount - 1
    }

    /// Makes room for as many more runs.
    private mutating func reserve(_ count: Int) {
        guard runCount + count > runMemory.count else { return }
        let larger = UnsafeMutableBufferPointer<Run>.allocate(capacity: max(runCount + count, 2 * runMemory.count))
        _ = larger.update(fromContentsOf: runs)
        runMemory.deallocate()
        runMemory = larger
    }
}
