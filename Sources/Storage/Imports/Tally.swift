/// What lines come to, or what has changed about it.
///
/// Sums wrap around instead of stopping the program: no shop takes 92 quadrillion.
package struct Tally: Sendable {
    package var revision = Revision.zero
    package var lines: Int64 = 0
    /// Thousandths.
    package var units: Int64 = 0
    /// Thousandths.
    package var total: Int64 = 0

    package init(revision: Revision = .zero, lines: Int64 = 0, units: Int64 = 0, total: Int64 = 0) {
        self.revision = revision
        self.lines = lines
        self.units = units
        self.total = total
    }

    package static func += (a: inout Tally, b: Tally) {
        a.revision += b.revision
        a.lines += b.lines
        a.units &+= b.units
        a.total &+= b.total
    }
}

extension Tally {
    package static prefix func - (tally: Tally) -> Tally {
        Tally(revision: .zero - tally.revision, lines: -tally.lines, units: 0 &- tally.units, total: 0 &- tally.total)
    }
}
