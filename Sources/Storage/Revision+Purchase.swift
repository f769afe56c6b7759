import Hashing
package import Purchases

extension Revision {
    /// Makes the revision of one purchase that is line number `line` of its order, counted from 0.
    ///
    /// The hash is FNV-1a over the line's canonical bytes, finished with `fmix64` of MurmurHash3 (Austin Appleby), since in a sum each bit of each term has to depend on every byte. The canonical bytes are
    /// each text in UTF-8, closed by 0xFF, which UTF-8 never contains, and each number in eight bytes, the lowest first.
    ///
    /// Stores keep sums of this hash: another hash is another format of theirs.
    package init(of purchase: Purchase, line: Int) {
        var hash = CanonicalHash()
        hash.combine(purchase.user.rawValue)
        hash.combine(purchase.order.rawValue)
        hash.combine(Int64(line))
        hash.combine(Int64(purchase.date.dayNumber))
        hash.combine(purchase.productID)
        hash.combine(purchase.itemName)
        hash.combine(purchase.brand)
        hash.combine(purchase.category)
        hash.combine(Int64(purchase.quantity))
        hash.combine(purchase.basePrice.hundredths)
        hash.combine(purchase.totalPrice.hundredths)
        self.init(rawValue: hash.finished)
    }
}

private struct CanonicalHash {
    private var bytes = FNVHash()

    mutating func combine(_ text: String) { bytes.combine(text) }

    mutating func combine(_ number: Int64) {
        let bits = UInt64(bitPattern: number)
        for shift in stride(from: 0, to: 64, by: 8) { bytes.combine(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    }

    var finished: UInt64 {
        var mixed = bytes.value
        mixed ^= mixed >> 33
        mixed &*= 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 33
        mixed &*= 0xc4ce_b9fe_1a85_ec53
        mixed ^= mixed >> 33
        return mixed
    }
}
