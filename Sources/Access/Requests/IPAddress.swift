import Foundation

/// An address of the internet, of either version.
public struct IPAddress: Hashable, Sendable {
    /// 4 bytes, or 16.
    let bytes: [UInt8]

    init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        // An IPv4 address that came by a socket of IPv6, as in ::ffff:192.0.2.1.
        let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xff, 0xff]
        self.bytes = bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes.dropFirst(12)) : bytes
    }

    /// Reads `192.0.2.1`, `2001:db8::1` or, as addresses of the local network are told, `fe80::1%eth0`.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 60 else { return nil }
        let text = String(text.prefix { $0 != "%" })
        var (four, six) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(bytes: withUnsafeBytes(of: four) { Array($0) })
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(bytes: withUnsafeBytes(of: six) { Array($0) })
        } else {
            return nil
        }
    }

    /// Reads an address as proxies write it: also with a port, and in brackets.
    init?(withPort text: some StringProtocol) {
        let text = text.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let port = text[text.index(after: end)...]
            guard port.isEmpty || port.hasPrefix(":") else { return nil }
            self.init(text[text.index(after: text.startIndex)..<end])
        } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
            self.init(text[..<colon])
        } else {
            self.init(text)
        }
    }

    public var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 }

    /// What stands for one client: an address of IPv4, and the first 64 bits of one of IPv6, of which a client has all others.
    public var client: IPAddress {
        guard bytes.count == 16 else { return self }
        return IPAddress(bytes: bytes.prefix(8) + Array(repeating: 0, count: 8)) ?? self
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isWritten = bytes.withUnsafeBytes { bytes in
            inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes.baseAddress, &text, socklen_t(text.count)) != nil
        }
        return isWritten ? String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : ""
    }
}

/// Addresses that begin with the same bits, as in `10.0.0.0/8`.
public struct AddressRange: Hashable, Sendable {
    private let start: IPAddress
    private let length: Int

    /// Reads an address, or one with the number of bits that count; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let start = IPAddress(parts[0]) else { return nil }
        let bits = start.bytes.count * 8
        var length = bits
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...bits).contains(given), parts[1].allSatisfy(\.isNumber) else { return nil }
            length = given
        }
        self.start = start
        self.length = length
    }

    public func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == start.bytes.count else { return false }
        let (whole, rest) = (length / 8, length % 8)
        guard address.bytes.prefix(whole).elementsEqual(start.bytes.prefix(whole)) else { return false }
        guard rest > 0 else { return true }
        return (address.bytes[whole] ^ start.bytes[whole]) >> (8 - rest) == 0
    }
}
