import Storage

/// SQLite's integers have a sign, so a revision is kept as one with the same bits.
extension Revision {
    init(bits: Int64) { self.init(rawValue: UInt64(bitPattern: bits)) }
    var bits: Int64 { Int64(bitPattern: rawValue) }
}
