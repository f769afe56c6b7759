/// Databases' integers have a sign, so a revision is kept as one with the same bits.
extension Revision {
    package init(bits: Int64) { self.init(rawValue: UInt64(bitPattern: bits)) }
    package var bits: Int64 { Int64(bitPattern: rawValue) }
}
