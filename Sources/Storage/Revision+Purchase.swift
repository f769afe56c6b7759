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
        self = OrderRevisions(of: purchase.order.rawValue, by: purchase.user.rawValue).revision(
            line: line, day: purchase.date.dayNumber, product: purchase.productID, item: purchase.itemName, brand: purchase.brand,
            category: purchase.category, quantity: purchase.quantity, basePrice: purchase.basePrice, totalPrice: purchase.totalPrice)
    }
}

/// The revisions of the lines of one order.
package struct OrderRevisions {
    /// What all lines begin with.
    private let start: CanonicalHash

    package init(of order: String, by user: String) {
        var hash = CanonicalHash()
        hash.combine(user)
        hash.combine(order)
        start = hash
    }

    package func revision(
        line: Int, day: Int, product: String, item: String, brand: String, category: String, quantity: Quantity, basePrice: UnitPrice,
        totalPrice: Money
    ) -> Revision {
        var hash = start
        hash.combine(Int64(line))
        hash.combine(Int64(day))
        hash.combine(product)
        hash.combine(item)
        hash.combine(brand)
        hash.combine(category)
        // Whole quantities, and prices and sums in hundredths, are hashed as they were before there were finer ones. Those are marked by a byte that no
        // such number ends with, so that no two lines have the same canonical bytes.
        if let pieces = quantity.wholePieces {
            hash.combine(Int64(pieces))
        } else {
            hash.combine(quantity.thousandths)
            hash.combine(fine: 3)
        }
        if basePrice.millionths.isMultiple(of: 10_000) {
            hash.combine(basePrice.millionths / 10_000)
        } else {
            hash.combine(basePrice.millionths)
            hash.combine(fine: 6)
        }
        if totalPrice.isOfHundredths {
            hash.combine(totalPrice.thousandths / 10)
        } else {
            hash.combine(totalPrice.thousandths)
            hash.combine(fine: 3)
        }
        return Revision(rawValue: hash.finished)
    }
}

private struct CanonicalHash {
    private var bytes = FNVHash()

    mutating func combine(_ text: String) { bytes.combine(text) }

    mutating func combine(_ number: Int64) {
        let bits = UInt64(bitPattern: number)
        for shift in stride(from: 0, to: 64, by: 8) { bytes.combine(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    }

    /// Marks the number before as one of so many decimals.
    mutating func combine(fine decimals: UInt8) { bytes.combine(0x80 | decimals) }

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
