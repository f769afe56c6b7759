import Testing

@testable import Access

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("2001:DB8::1", "2001:db8::1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("fe80::1%eth0", "fe80::1"),
        ("::1", "::1"),
    ])
    func `an address has one form`(text: String, form: String) {
        #expect(IPAddress(text)?.description == form)
    }

    @Test(arguments: ["", "192.0.2", "192.0.2.256", "1", "0x7f.1", "localhost", "2001:db8::1::", "192.0.2.1 ", "[::1]"])
    func `what is no address is not read`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `a client of IPv6 is its first 64 bits, one of IPv4 the address`() {
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.client == IPAddress("2001:db8:1:2::"))
        #expect(IPAddress("2001:db8:1:2:ffff::1")?.client == IPAddress("2001:db8:1:2:3:4:5:6")?.client)
        #expect(IPAddress("2001:db8:1:3::1")?.client != IPAddress("2001:db8:1:2::1")?.client)
        #expect(IPAddress("192.0.2.1")?.client == IPAddress("192.0.2.1"))
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.7", "192.0.2.7", true),
        ("192.0.2.7", "192.0.2.8", false), ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false),
        ("0.0.0.0/0", "8.8.8.8", true), ("::/0", "8.8.8.8", false), ("2001:db8::/33", "2001:db8:7fff::1", true),
        ("2001:db8::/33", "2001:db8:8000::1", false), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
    ])
    func `a range has the addresses that begin as it does`(range: String, address: String, isInside: Bool) throws {
        let (range, address) = (try #require(AddressRange(range)), try #require(IPAddress(address)))
        #expect(range.contains(address) == isInside)
    }

    @Test(arguments: ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "here/8", "::/129", "10.0.0.0/+8"])
    func `what is no range is not read`(text: String) {
        #expect(AddressRange(text) == nil)
    }
}

@Suite struct TrustedProxiesTests {
    private func client(
        _ peer: String, forwardedFor: [String] = [], forwarded: [String] = [], trusted: [String] = ["10.0.0.0/8", "::1"]
    ) throws -> String {
        let proxies = TrustedProxies(trusted.compactMap { AddressRange($0) })
        return try proxies.client(peer: #require(IPAddress(peer)), forwardedFor: forwardedFor, forwarded: forwarded).description
    }

    @Test func `without trusted proxies a client's word counts for nothing`() throws {
        #expect(try client("203.0.113.9", forwardedFor: ["198.51.100.1"], forwarded: ["for=198.51.100.2"], trusted: []) == "203.0.113.9")
        #expect(try client("203.0.113.9", forwardedFor: ["198.51.100.1"]) == "203.0.113.9")
    }

    @Test func `a trusted proxy names its client`() throws {
        #expect(try client("10.0.0.1", forwardedFor: ["198.51.100.1"]) == "198.51.100.1")
        #expect(try client("::1", forwarded: ["for=\"[2001:db8::7]:4711\";proto=https"]) == "2001:db8::7")
        #expect(try client("10.0.0.1", forwarded: ["proto=https; For=198.51.100.1:80"]) == "198.51.100.1")
    }

    @Test func `what a client wrote itself stands before, and is passed over`() throws {
        #expect(try client("10.0.0.1", forwardedFor: ["127.0.0.1, 198.51.100.1"]) == "198.51.100.1")
        #expect(try client("10.0.0.1", forwardedFor: ["127.0.0.1", "198.51.100.1, 10.0.0.2"]) == "198.51.100.1")
        #expect(try client("10.0.0.1", forwardedFor: ["nonsense, 198.51.100.1"]) == "198.51.100.1")
    }

    @Test func `what cannot be read leaves the last one that could`() throws {
        #expect(try client("10.0.0.1", forwardedFor: ["198.51.100.1, nonsense"]) == "10.0.0.1")
        #expect(try client("10.0.0.1", forwardedFor: ["198.51.100.1, , 10.0.0.2"]) == "10.0.0.2")
        #expect(try client("10.0.0.1", forwarded: ["for=unknown"]) == "10.0.0.1")
        #expect(try client("10.0.0.1", forwardedFor: [""]) == "10.0.0.1")
    }

    @Test func `two fields that differ are not believed`() throws {
        #expect(try client("10.0.0.1", forwardedFor: ["198.51.100.1"], forwarded: ["for=198.51.100.2"]) == "10.0.0.1")
        #expect(try client("10.0.0.1", forwardedFor: ["198.51.100.1"], forwarded: ["for=198.51.100.1"]) == "198.51.100.1")
    }

    @Test func `proxies alone are the client themselves`() throws {
        #expect(try client("10.0.0.1", forwardedFor: ["10.0.0.3, 10.0.0.2"]) == "10.0.0.3")
    }
}

@Suite struct HostRulesTests {
    private static let rules = ["charts.example.org", "*.shop.example", "192.0.2.4"]

    @Test(arguments: [
        "localhost", "LOCALHOST:8080", "cartograph.localhost", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080", "[::1]", "localhost.",
        "charts.example.org", "charts.example.org:443", "Charts.Example.ORG.", "a.shop.example", "a.b.shop.example:1", "192.0.2.4",
    ])
    func `the machine's own names and those that were given are answered to`(host: String) throws {
        #expect(try HostRules(Self.rules).verdict(on: [host]) == .allowed)
    }

    @Test(arguments: [
        "attacker.example", "charts.example.org.attacker.example", "xcharts.example.org", "shop.example", "xshop.example", "128.0.0.1",
        "192.0.2.5", "localhost.attacker.example", "[::2]", "0.0.0.0",
    ])
    func `other names are foreign`(host: String) throws {
        #expect(try HostRules(Self.rules).verdict(on: [host]) == .foreign)
    }

    @Test(arguments: [
        [], [""], ["a", "a"], ["a b"], ["a/b"], ["a@localhost"], ["localhost:80:80"], ["localhost:x"], ["[::1"], ["::1"], ["[localhost]"],
        ["."], [":80"], ["a\u{0}"],
    ])
    func `there is one host, and it is one`(hosts: [String]) throws {
        #expect(try HostRules(Self.rules).verdict(on: hosts) == .malformed)
    }

    @Test(arguments: ["", "https://charts.example.org", "*", "*.", "a.*.example", "a b"])
    func `a name that no host can be is refused when it is given`(name: String) {
        #expect(throws: HostError.self) { try HostRules([name]) }
    }
}

@Suite struct AccessModeTests {
    @Test(arguments: ["127.0.0.1", "::1", "localhost", "127.0.0.53"])
    func `a server that only its machine reaches is open and has no limits`(host: String) {
        #expect(AccessMode.standard(listeningOn: host) == .open)
        #expect(!AccessMode.open.limitsRequests(listeningOn: host))
        #expect(AccessMode.keys.limitsRequests(listeningOn: host))
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "charts.example.org", "localhost.example.org"])
    func `any other one asks for keys and has limits`(host: String) {
        #expect(AccessMode.standard(listeningOn: host) == .keys)
        #expect(AccessMode.open.limitsRequests(listeningOn: host))
    }
}

@Suite struct CrossOriginRulesTests {
    @Test func `origins are allowed as browsers write them`() throws {
        let rules = try CrossOriginRules(["https://Shop.example.org/", "http://localhost:3000", "https://a.example:443"])
        for origin in ["https://shop.example.org", "http://localhost:3000", "https://a.example"] { #expect(rules.allows(origin)) }
        for origin in [
            "http://shop.example.org", "https://shop.example.org:8443", "https://shop.example.org.evil.example", "null", "", "*",
            "http://localhost",
        ] {
            #expect(!rules.allows(origin), "\(origin)")
        }
        #expect(CrossOriginRules.none.isEmpty)
        #expect(!CrossOriginRules.none.allows("null"))
    }

    @Test(arguments: ["", "*", "null", "shop.example.org", "https://shop.example.org/path", "ftp://a", "https://u@a", "https://a?b"])
    func `what is no origin is refused when it is given`(text: String) {
        #expect(throws: OriginError.self) { try CrossOriginRules([text]) }
    }
}
