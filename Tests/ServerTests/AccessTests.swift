import Access
import HTTPTypes
import Hummingbird
import Purchases
import Storage
import Testing

@testable import Server

/// Who may do what, walked: every route there is, by every kind of principal.
@Suite struct ServerAccessTests {
    private static let time = Timestamp(1_700_000_000)
    /// A shopper of the fixture, and one who is not there.
    private static let own = "U001"

    /// A server that asks who somebody is, and what each of several principals sends.
    private struct Guests {
        let access: AccessControl
        let fields: [(name: String, headers: [String: String])]

        init(_ mode: AccessMode) async throws {
            let store = InMemoryAccessStore()
            var generator = SystemRandomNumberGenerator()
            var fields: [(String, [String: String])] = [
                ("nobody", [:]), ("forged", ["Authorization": "Bearer cg_abcdefgh_" + String(repeating: "A", count: 43)]),
            ]
            for scopes in [
                ["read"], ["read:U001"], ["read:U009"], ["lists"], ["sign:U001"], ["mail"], ["import"], ["shop"], ["admin"], ["charts"],
            ] {
                let (key, text) = APIKey.make(
                    name: scopes[0], scopes: try scopes.map { try Scope($0) }, expiry: nil, at: time, using: &generator)
                await store.addKey(key)
                fields.append((scopes[0], ["Authorization": "Bearer \(text)"]))
            }
            let accounts: [(String, Role, String?)] = [
                ("own", .shopper, "U001"), ("other", .shopper, "U009"), ("analyst", .analyst, nil), ("boss", .admin, nil),
            ]
            for (name, role, shopper) in accounts {
                let account = Account(
                    name: try #require(AccountName(name)), role: role, shopper: shopper.map { UserID(rawValue: $0) }, password: .decoy(),
                    creation: time)
                _ = await store.addAccount(account)
                let (session, text) = Session.make(for: account.name, at: time, using: &generator)
                await store.addSession(session, at: time)
                fields.append((name, ["Cookie": "cartograph-session=\(text)"]))
            }
            self.fields = fields
            access = AccessControl(settings: .init(mode: mode, hosts: .ownMachine), store: store) { time }
        }
    }

    /// The addresses of a route's pattern.
    private static func addresses(of pattern: String) -> [String] {
        let names = ["metrics.json", "bucket-list", "signatures", "subscriptions", "report.html"]
        var found = [pattern]
        let places: [(String, [String])] = [
            ("{id}", ["U001"]), ("{resource}", names), ("{token}", ["x"]), ("{name}", ["metrics.png"]), ("{suffix}", ["csv"]),
            ("**", ["1"]), ("{chart}", ["x.png"]), ("{kind}", ["render", "png"]), ("{code}", ["x"]),
        ]
        for (place, values) in places {
            found = found.flatMap { path in path.contains(place) ? values.map { path.replacing(place, with: $0) } : [path] }
        }
        return found.map { $0.hasPrefix("/") ? $0 : "/" + $0 }
    }

    @Test func `a chart of its own data is signed by whoever may draw charts, and then seen by everybody`() async throws {
        let guests = try await Guests(.login)
        try await TestServer.run(access: guests.access) { server in
            let plot = "/plot.png?bar=Jan:1"
            for (name, headers) in guests.fields {
                let reply = try await server.send("POST", "/api/signatures", headers: headers, body: #"{"path":"\#(plot)"}"#)
                let mayDraw = ["charts", "analyst", "boss"].contains(name)
                #expect(reply.status == (mayDraw ? 201 : ["nobody", "forged"].contains(name) ? 401 : 403), "\(name): \(reply.text)")
                guard mayDraw, let link = try reply.json()["url"] as? String else { continue }
                #expect(try await server.get(link).status == 200)
                #expect(try await server.get(plot).status == 401)
            }
        }
    }

    @Test func `every route is in the table, and everybody gets there what the table says`() async throws {
        let guests = try await Guests(.login)
        try await TestServer.run(access: guests.access) { server in
            let paths = Set(server.routes.flatMap { Self.addresses(of: $0) }).sorted()
            #expect(paths.count > 40)
            for path in paths {
                for method in [HTTPRequest.Method.get, .post, .delete, .patch] {
                    let access = try #require(RouteAccess(method, path: path), "\(path) is not in the table")
                    for (name, headers) in guests.fields {
                        let head = HTTPRequest(
                            method: method, scheme: nil, authority: "localhost", path: path,
                            headerFields: HTTPFields(headers.map { HTTPField(name: HTTPField.Name($0.key)!, value: $0.value) }))
                        let principal = try await guests.access.principal(of: head, from: nil)
                        #expect((principal == .nobody) == (name == "nobody" || name == "forged"))
                        let refusal = guests.access.refusal(of: principal, for: head)
                        #expect(refusal?.status == Self.expected(access, principal)?.status, "\(name) \(method) \(path)")
                        // What is asked for without a body is asked for; of what changes something, only what is refused, and once.
                        let isAsked = method == .get ? !path.hasSuffix("events") : method == .post && refusal != nil
                        guard isAsked else { continue }
                        let reply = try await server.send(method.rawValue, path, headers: headers)
                        if let refusal {
                            #expect(reply.status == refusal.status.code, "\(name) \(method) \(path)")
                        } else {
                            #expect(reply.status != 401, "\(name) \(method) \(path)")
                        }
                        // Once more, since what was kept must not go round the gate.
                        if method == .get { #expect(try await server.send("GET", path, headers: headers).status == reply.status) }
                    }
                }
            }
        }
    }

    private static func expected(_ access: RouteAccess, _ principal: Principal) -> Problem? {
        switch access {
        case .anybody: nil
        case .identified, .decidedByRoute: principal == .nobody ? .unidentified : nil
        case .action(let action, let user): Problem(principal.verdict(on: action, of: user), of: user)
        }
    }

    @Test func `a kept answer is given to nobody whom the table refuses`() async throws {
        let guests = try await Guests(.keys)
        let headers = Dictionary(uniqueKeysWithValues: guests.fields.map { ($0.name, $0.headers) })
        try await TestServer.run(access: guests.access) { server in
            let path = "/api/users/U001/metrics.json"
            // Where there are only keys, a cookie says nothing.
            let expected = [("read", 200), ("read:U001", 200), ("nobody", 401), ("read:U009", 404), ("import", 403), ("boss", 401)]
            for _ in 0..<3 {
                for (name, status) in expected {
                    let reply = try await server.send("GET", path, headers: headers[name] ?? [:])
                    #expect(reply.status == status, "\(name)")
                }
            }
        }
    }

    @Test func `a shopper whom one may not see is answered like one who is not there`() async throws {
        let guests = try await Guests(.login)
        let headers = Dictionary(uniqueKeysWithValues: guests.fields.map { ($0.name, $0.headers) })["other"] ?? [:]
        try await TestServer.run(access: guests.access) { server in
            let (hidden, absent) = (
                try await server.send("GET", "/api/users/U001/metrics.json", headers: headers),
                try await server.send("GET", "/api/users/U777/metrics.json", headers: headers)
            )
            #expect(hidden.status == 404)
            #expect(hidden.text.replacing("U001", with: "U777") == absent.text)
        }
    }

    @Test func `who is nobody is told how to say who they are, and a browser is led to the page where one does`() async throws {
        let guests = try await Guests(.login)
        try await TestServer.run(access: guests.access) { server in
            let program = try await server.send("GET", "/api/users/U001/metrics")
            #expect(program.status == 401)
            #expect(program["www-authenticate"] == "Bearer realm=\"cartograph\"")
            let browser = try await server.send("GET", "/users/U001?month=3", headers: ["Accept": "text/html"])
            #expect(browser.status == 303)
            #expect(browser["location"] == "/login?back=%2Fusers%2FU001%3Fmonth%3D3")
            #expect(try await server.send("GET", "/login?back=%2Fusers%2FU001", headers: ["Accept": "text/html"]).status == 200)
        }
    }

    @Test func `a shopper lands on their own page`() async throws {
        let guests = try await Guests(.login)
        let headers = Dictionary(uniqueKeysWithValues: guests.fields.map { ($0.name, $0.headers) })["own"] ?? [:]
        try await TestServer.run(access: guests.access) { server in
            let reply = try await server.send("GET", "/", headers: headers.merging(["Accept": "text/html"]) { $1 })
            #expect(reply.status == 303)
            #expect(reply["location"] == "/users/U001")
        }
    }

    @Test func `a key that was revoked stops within a second`() async throws {
        let store = InMemoryAccessStore()
        var generator = SystemRandomNumberGenerator()
        let (key, text) = APIKey.make(name: "a", scopes: [try Scope("read")], expiry: nil, at: Self.time, using: &generator)
        await store.addKey(key)
        let access = AccessControl(settings: .init(mode: .keys, hosts: .ownMachine), store: store) { Self.time }
        try await TestServer.run(access: access) { server in
            let headers = ["Authorization": "Bearer \(text)"]
            #expect(try await server.send("GET", "/api/users/U001/metrics.json", headers: headers).status == 200)
            _ = await store.revokeKey(key.id, at: Self.time)
            try await Task.sleep(for: .seconds(1))
            #expect(try await server.send("GET", "/api/users/U001/metrics.json", headers: headers).status == 401)
            #expect(await store.key(key.id)?.lastUse == Self.time.day)
        }
    }

    @Test(arguments: [
        ("Host: localhost", 200), ("Host: 127.0.0.1:8080", 200), ("Host: attacker.example", 421), ("Host: a b", 400), ("X: y", 400),
        ("Host: localhost\r\nHost: localhost", 400),
    ])
    func `a request is for this server and has one host`(fields: String, status: Int) async throws {
        try await TestServer.run { server in
            let reply = try await Connection.open(port: server.port) { connection in
                try await connection.send("GET /api/users/U001/metrics.json HTTP/1.1\r\n\(fields)\r\n\r\n")
                return try await connection.response(hasBody: true)
            }
            #expect(reply.status == status)
        }
    }

    @Test func `somebody signs in, is slowed down when they guess, and signs out`() async throws {
        let store = InMemoryAccessStore()
        var generator = SystemRandomNumberGenerator()
        let account = Account(
            name: try #require(AccountName("ada")), role: .shopper, shopper: UserID(rawValue: "U001"),
            password: try PasswordHash(of: "correct horse", cost: .test, using: &generator), creation: Self.time)
        _ = await store.addAccount(account)
        let access = AccessControl(settings: .init(mode: .login, hosts: .ownMachine), store: store) { Self.time }
        let form = ["Content-Type": "application/x-www-form-urlencoded"]
        try await TestServer.run(access: access) { server in
            let signedIn = try await server.send(
                "POST", "/login", headers: form, body: "name=Ada&password=correct+horse&back=%2Fusers%2FU001")
            #expect(signedIn.status == 303)
            #expect(signedIn["location"] == "/users/U001")
            let cookie = try #require(signedIn["set-cookie"])
            #expect(cookie.contains("HttpOnly; SameSite=Lax"))
            let headers = ["Cookie": String(cookie.prefix { $0 != ";" })]
            #expect(try await server.send("GET", "/users/U001", headers: headers).status == 200)
            #expect(try await server.send("GET", "/account", headers: headers).text.contains("U001"))
            #expect(try await server.send("POST", "/logout", headers: headers.merging(form) { $1 }, body: "").status == 303)
            #expect(try await server.send("GET", "/users/U001", headers: headers).status == 401)

            #expect(try await server.send("POST", "/login", headers: form, body: "name=ada&password=wrong").status == 403)
            let slowed = try await server.send("POST", "/login", headers: form, body: "name=ada&password=correct+horse")
            #expect(slowed.status == 429)
            #expect(slowed["retry-after"] == "1")
        }
    }
}
