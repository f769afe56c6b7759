/// Text that equals only what has the very same bytes, and is ordered by them, as in a database.
///
/// `String` holds a composed and a decomposed `é` for equal. A store that did so would give another answer than one that does not.
package struct ExactText: Hashable, Comparable, Sendable {
    package var value: String

    package init(_ value: String) { self.value = value }

    package static func == (a: ExactText, b: ExactText) -> Bool {
        guard a.value.utf8.count == b.value.utf8.count else { return false }
        var (left, right) = (a.value, b.value)
        return left.withUTF8 { left in right.withUTF8 { right in left.elementsEqual(right) } }
    }

    package static func < (a: ExactText, b: ExactText) -> Bool { a.value.utf8.lexicographicallyPrecedes(b.value.utf8) }

    package func hash(into hasher: inout Hasher) {
        var text = value
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xff as UInt8)
    }
}
