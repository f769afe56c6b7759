import Purchases

extension [Money] {
    /// Returns the amounts in order, the smallest first.
    ///
    /// They are sorted byte by byte, from the lowest to the highest that they differ in (radix sort; Knuth, The Art of Computer
    /// Programming, 5.2.5), which for the two or three bytes of prices is several times faster than comparing them.
    func inOrder() -> [Money] {
        guard count > 64, let smallest = self.min(), let largest = self.max() else { return sorted() }
        // Without overflow traps: the distance of any two amounts fits 64 bits without a sign.
        func distance(to amount: Money) -> UInt64 { UInt64(bitPattern: amount.thousandths &- smallest.thousandths) }
        var (amounts, next) = (self, self)
        for shift in stride(from: 0, to: UInt64.bitWidth - distance(to: largest).leadingZeroBitCount, by: 8) {
            func byte(of amount: Money) -> Int { Int(truncatingIfNeeded: distance(to: amount) >> UInt64(shift) & 255) }
            var places = [Int](repeating: 0, count: 257)
            for amount in amounts { places[byte(of: amount) + 1] += 1 }
            for value in 1..<places.count { places[value] += places[value - 1] }
            for amount in amounts {
                let value = byte(of: amount)
                next[places[value]] = amount
                places[value] += 1
            }
            swap(&amounts, &next)
        }
        return amounts
    }
}
