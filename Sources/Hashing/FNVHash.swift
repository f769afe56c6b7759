/// FNV-1a with 64 bits (Fowler, Noll and Vo, isthe.com/chongo/tech/comp/fnv): the same for the same bytes on any machine.
///
/// It costs a multiplication a byte and tells apart what nobody chose to look alike; it protects nothing.
package struct FNVHash: Hashable, Sendable {
    @usableFromInline package var value: UInt64

    /// - Parameter start: what is hashed first of all; another one makes another hash of the same bytes.
    @inlinable package init(from start: UInt64 = 0xcbf2_9ce4_8422_2325) { value = start }

    @inlinable package mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// Adds a text in UTF-8 and a byte that UTF-8 never has, so that two texts are not one.
    @inlinable package mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { bytes in for byte in bytes { combine(byte) } }
        combine(0xff)
    }
}
