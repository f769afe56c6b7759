/// Counts the characters of a text that are UTF-8 and the bytes that are not.
struct UTF8Census: Equatable {
    /// Characters of more than one byte.
    private(set) var multibyteCharacters = 0
    private(set) var invalidBytes = 0
    private var pending = 0

    /// Counts the bytes that follow those counted before.
    mutating func count(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if pending == 0 {
                // Most of most logs is ASCII: eight bytes at a time.
                while index + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                }
                guard index < bytes.count else { return }
            }
            let byte = bytes[index]
            index += 1
            if pending > 0 {
                if byte & 0xC0 == 0x80 {
                    pending -= 1
                    if pending == 0 { multibyteCharacters += 1 }
                    continue
                }
                invalidBytes += 1
                pending = 0
            }
            switch byte {
            case 0..<0x80: break
            case 0xC2...0xDF: pending = 1
            case 0xE0...0xEF: pending = 2
            case 0xF0...0xF4: pending = 3
            default: invalidBytes += 1
            }
        }
    }
}
