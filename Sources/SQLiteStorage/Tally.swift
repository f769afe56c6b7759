import Purchases
import Storage

/// What lines come to, or what has changed about it.
///
/// Sums wrap around instead of stopping the program: no shop takes 92 quadrillion.
struct Tally {
    var revision = Revision.zero
    var lines: Int64 = 0
    var units: Int64 = 0
    var total: Int64 = 0

    static func += (a: inout Tally, b: Tally) {
        a.revision += b.revision
        a.lines += b.lines
        a.units &+= b.units
        a.total &+= b.total
    }
}

extension Tally {
    init(_ purchase: Purchase, line: Int) {
        revision = Revision(of: purchase, line: line)
        lines = 1
        units = Int64(purchase.quantity)
        total = purchase.totalPrice.hundredths
    }

    static prefix func - (tally: Tally) -> Tally {
        Tally(revision: .zero - tally.revision, lines: -tally.lines, units: 0 &- tally.units, total: 0 &- tally.total)
    }
}
