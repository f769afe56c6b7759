import Testing

@testable import PostgresStorage

@Suite struct PostgresAddressTests {
    @Test(arguments: [
        ("postgres://shop:secret@db.example.org:5432/purchases", "postgres://shop@db.example.org:5432/purchases"),
        ("postgresql://db.example.org/purchases?sslmode=verify-full", "postgres://db.example.org/purchases"),
        ("postgres://shop:s%40%3A%2Fecret@[::1]:5432/purchases", "postgres://shop@[::1]:5432/purchases"),
        ("postgres://a,b:2/c?password=secret", "postgres://a,b:2/c"),
        (
            "postgres:///purchases?host=/run/postgresql&user=shop",
            "postgres://shop@/run/postgresql/purchases"
        ),
    ])
    func `a URL is shown without its password and its query`(url: String, shown: String) throws {
        let address = try PostgresAddress(url)
        #expect(address.description == shown)
    }

    @Test func `what libpq understands is passed on, and a password is decoded`() throws {
        let parameters = try PostgresAddress(
            "postgres://shop:s%40%3A%2Fecret@db:1/purchases?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.pem&keepalives_idle=7"
        ).parameters
        #expect(parameters["password"] == "s@:/ecret")
        #expect(parameters["sslmode"] == "verify-ca")
        #expect(parameters["sslrootcert"] == "/etc/ca.pem")
        #expect(parameters["keepalives_idle"] == "7")
        #expect(parameters["client_encoding"] == "UTF8")
    }

    @Test(arguments: [
        "sqlite:secret", "postgres:secret", "postgres://a:%zz@secret/x", "postgres://a:secret@[::1/x", "postgres://a:secret@b/c?d",
        "postgres://a:secret", "postgres://a:secret@b:c/d",
    ])
    func `what cannot be read is refused, and nothing of it is shown`(url: String) throws {
        let error = #expect(throws: PostgresAddress.Unreadable.self) { try PostgresAddress(url) }
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `a parameter that is spelt wrong is named`() throws {
        let error = #expect(throws: PostgresAddress.Unreadable.self) { try PostgresAddress("postgres://a:secret@b/c?sslmod=require") }
        #expect(error?.description.contains("sslmod") == true)
    }

    @Test(arguments: [
        ("", 5), ("?connect_timeout=9", 9), ("?connect_timeout=0", 1), ("?connect_timeout=soon", 5), ("?connect_timeout=999", 60),
    ])
    func `connecting takes no longer than a minute, whatever the URL says`(query: String, seconds: Int) throws {
        #expect(try PostgresAddress("postgres://a/b\(query)").connectTimeout == seconds)
    }
}
