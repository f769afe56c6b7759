/// The proxies whose word is taken for where a request comes from, and for who sends it.
public struct TrustedProxies: Hashable, Sendable {
    private let ranges: [AddressRange]

    public init(_ ranges: [AddressRange] = []) { self.ranges = ranges }

    public func contains(_ address: IPAddress) -> Bool { ranges.contains { $0.contains(address) } }

    /// Returns the address that a request comes from.
    ///
    /// From the end of what the proxies wrote, trusted addresses are passed over: the first other one is the client, for each proxy adds
    /// the address that it was reached from, and what stands before is the client's own word.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - forwardedFor: the fields `X-Forwarded-For`, in their order.
    ///   - forwarded: the fields `Forwarded` (RFC 7239).
    public func client(peer: IPAddress, forwardedFor: [String], forwarded: [String]) -> IPAddress {
        guard contains(peer) else { return peer }
        let one = forwardedFor.isEmpty ? nil : client(in: Self.addresses(inForwardedFor: forwardedFor), before: peer)
        let other = forwarded.isEmpty ? nil : client(in: Self.addresses(inForwarded: forwarded), before: peer)
        // A proxy writes one of them and may pass on the other as it came: where they differ, neither is believed.
        if let one, let other, one != other { return peer }
        return one ?? other ?? peer
    }

    private func client(in hops: [IPAddress?], before peer: IPAddress) -> IPAddress {
        var last = peer
        for hop in hops.reversed() {
            // What cannot be read hides who comes before it.
            guard let hop else { return last }
            last = hop
            if !contains(hop) { return hop }
        }
        return last
    }

    private static func addresses(inForwardedFor fields: [String]) -> [IPAddress?] {
        fields.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map { IPAddress(withPort: $0) } }
    }

    private static func addresses(inForwarded fields: [String]) -> [IPAddress?] {
        fields.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { element in
            for pair in element.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix { $0 == " " } }
                guard parts.count == 2, parts[0].lowercased() == "for" else { continue }
                return IPAddress(withPort: parts[1].filter { $0 != "\"" })
            }
            return nil
        }
    }
}
