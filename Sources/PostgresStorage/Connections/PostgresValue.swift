import CPostgres
import Foundation
import SQLStorage

/// What a parameter of a statement, a field of a row that is copied in, or an element of an array can be.
protocol PostgresValue {
    /// The type's number in PostgreSQL's catalog `pg_type`.
    static var type: Oid { get }
    /// Appends the value in PostgreSQL's binary format behind its length in four bytes; NULL is the length -1.
    func append(to bytes: inout [UInt8])
}

/// A value that arrays may have as elements.
protocol PostgresElement: PostgresValue {
    static var arrayType: Oid { get }
}

extension Int64: PostgresElement {
    static var type: Oid { 20 }
    static var arrayType: Oid { 1016 }

    func append(to bytes: inout [UInt8]) {
        bytes.appendNetworkOrder(Int32(8))
        bytes.appendNetworkOrder(self)
    }
}

extension String: PostgresElement {
    static var type: Oid { 25 }
    static var arrayType: Oid { 1009 }

    func append(to bytes: inout [UInt8]) {
        var text = self
        text.withUTF8 { utf8 in
            guard !utf8.needsEscapes else { return utf8.appendEscaped(to: &bytes) }
            bytes.appendNetworkOrder(Int32(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }
}

/// Bytes that are no text.
struct ByteString: PostgresValue {
    var bytes: [UInt8]

    static var type: Oid { 17 }

    func append(to bytes: inout [UInt8]) {
        bytes.appendNetworkOrder(Int32(self.bytes.count))
        bytes += self.bytes
    }
}

extension SQLValue {
    /// The type's number; 0 where the server has to know it by itself.
    var type: Oid {
        switch self {
        case .integer: Int64.type
        case .text: String.type
        case .bytes: ByteString.type
        case .null: 0
        }
    }

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .integer(let number): number.append(to: &bytes)
        case .text(let text): text.append(to: &bytes)
        case .bytes(let value): ByteString(bytes: value).append(to: &bytes)
        case .null: bytes.appendNetworkOrder(Int32(-1))
        }
    }
}

extension Optional: PostgresValue where Wrapped: PostgresValue {
    static var type: Oid { Wrapped.type }

    func append(to bytes: inout [UInt8]) {
        if let self { self.append(to: &bytes) } else { bytes.appendNetworkOrder(Int32(-1)) }
    }
}

extension Array: PostgresValue where Element: PostgresElement {
    static var type: Oid { Element.arrayType }

    func append(to bytes: inout [UInt8]) {
        bytes.appendWithLength { bytes in
            // One dimension, no NULL among the elements, their type, how many they are, the index of the first.
            for number in [1, 0, Int32(bitPattern: Element.type), Int32(count), 1] { bytes.appendNetworkOrder(number) }
            for element in self { element.append(to: &bytes) }
        }
    }
}

extension [UInt8] {
    mutating func appendNetworkOrder(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends what `body` appends, behind its length in four bytes.
    mutating func appendWithLength(_ body: (inout [UInt8]) -> Void) {
        let start = count
        appendNetworkOrder(Int32(0))
        body(&self)
        let length = Int32(count - start - 4)
        Swift.withUnsafeBytes(of: length.bigEndian) { replaceSubrange(start..<start + 4, with: $0) }
    }
}
