import Foundation
import Purchases
import Rendering
import Storage
import Testing

@testable import Server

/// `POST /api/imports`, as programs and forms use it.
@Suite(.timeLimit(.minutes(10))) struct ImportTests {
    static let log = """
        OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice
        1,U1,1/31/2024,P1,Milk,House,Dairy,2,2.48,2.482.48
        1,U1,1/31/2024,P2,Bread,House,Bakery,1,3,3
        2,U2,2/30/2024,P1,Milk,House,Dairy,1,2.48,2.48
        3,U2,2/3/2024,P1,Milk,House,Dairy,two,2.48,2.48

        """
    private static let csv = ["Content-Type": "text/csv"]

    static func form(_ log: String, fields: [(String, String)] = []) -> (headers: [String: String], body: [UInt8]) {
        let parts = fields.map { "--XyZ\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        let file =
            "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"log.csv\"\r\nContent-Type: text/csv\r\n\r\n\(log)\r\n"
        return (["Content-Type": "multipart/form-data; boundary=XyZ"], Array("\(parts)\(file)--XyZ--\r\n".utf8))
    }

    @Test func `a log comes in and its reconciliation goes out`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let reply = try await server.send("POST", "/api/imports", headers: Self.csv, body: Self.log)
            #expect(reply.status == 200)
            let result = try reply.json()
            #expect(result["rows_read"] as? Int == 4)
            #expect(result["accepted"] as? Int == 2)
            #expect(result["rejected"] as? Int == 2)
            let rejections = try #require(result["rejections"] as? [[String: Any]])
            #expect(rejections.map { $0["line"] as? Int } == [4, 5])
            #expect(rejections.map { $0["column"] as? String } == ["OrderDate", "Quantity"])
            #expect(rejections.map { $0["value"] as? String } == ["2/30/2024", "two"])
            #expect(rejections.map { $0["reason"] as? String } == ["no-such-day", "not-a-quantity"])
            let sums = try #require(result["sums"] as? [String: Any])
            #expect(sums["total"] as? Double == 7.96)
            #expect(sums["units"] as? Int == 3)
            #expect(
                (result["orders"] as? [String: Int])
                    == ["new": 1, "started_anew": 0, "replaced": 0, "extended": 0, "already_there": 0])
            #expect(try await server.get("/api/users").json()["users"] as? [String] == ["U1"])
        }
    }

    @Test func `a dry run says the same and keeps nothing`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let reply = try await server.send("POST", "/api/imports?dry_run=1", headers: Self.csv, body: Self.log)
            let result = try reply.json()
            #expect(result["dry_run"] as? Bool == true)
            #expect(result["accepted"] as? Int == 2)
            #expect((result["orders"] as? [String: Int])?["new"] == 1)
            #expect(try await server.get("/api/users").json()["users"] as? [String] == [])
        }
    }

    @Test func `a form and a gzip file are read as the log is`() async throws {
        let plain = Array(Self.log.utf8)
        let form = Self.form(Self.log)
        let zipped = try plain.gzipped()
        for (headers, body) in [
            form, (["Content-Type": "application/gzip"], zipped), (["Content-Type": "text/csv", "Content-Encoding": "gzip"], zipped),
            Self.form(Self.log, fields: [("dry_run", "0")]),
        ] {
            try await TestServer.run(InMemoryPurchaseStore()) { server in
                let reply = try await server.send("POST", "/api/imports", headers: headers, bytes: body)
                #expect(reply.status == 200)
                #expect(try reply.json()["accepted"] as? Int == 2)
                #expect(try await server.get("/api/users").json()["users"] as? [String] == ["U1"])
            }
        }
    }

    @Test func `options of the command line are parameters`() async throws {
        let log = "Who,OrderDate,Item Name,Base Price\nU1,2/3/2024,Milk,1\n"
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let path = "/api/imports?dry_run=1&date_format=DD/MM/YYYY&map=customer%3DWho"
            let reply = try await server.send("POST", path, headers: Self.csv, body: log)
            #expect((try reply.json()["sums"] as? [String: Any])?["first_date"] as? String == "2024-03-02")
            let wrong = try await server.send("POST", "/api/imports?date_format=x&map=y&dry=1", headers: Self.csv, body: log)
            #expect(wrong.status == 400)
            #expect((try wrong.json()["errors"] as? [[String: String]])?.count == 3)
        }
    }

    @Test func `what a log leaves open is a problem with the parameters that answer, and how it was read is told`() async throws {
        let log = "OrderDate,Item Name,Base Price\n3/4/2024,Milk,\"1,859\"\n"
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let open = try await server.send("POST", "/api/imports", headers: Self.csv, body: log)
            #expect(open.status == 422)
            #expect(open["Content-Type"] == "application/problem+json")
            let errors = try #require(try open.json()["errors"] as? [[String: Any]])
            #expect(errors.map { $0["parameter"] as? String } == ["set", "decimal", "date_format"])
            let choices = try #require(errors[1]["choices"] as? [[String: String]])
            #expect(choices.map { $0["parameter"] } == ["decimal", "decimal"])
            #expect(Set(choices.compactMap { $0["value"] }) == [".", ","])
            #expect(try await server.get("/api/users").json()["users"] as? [String] == [])

            let path = "/api/imports?set=customer%3Dme&decimal=,&date_format=dd/MM/yyyy"
            let result = try await server.send("POST", path, headers: Self.csv, body: log).json()
            #expect((result["sums"] as? [String: Any])?["total"] as? Double == 1.86)
            let reading = try #require(result["reading"] as? [String: Any])
            #expect((reading["fields"] as? [[String: Any]])?.map { $0["field"] as? String } == ["customer", "date", "item", "price"])
            #expect(
                (reading["decisions"] as? [[String: String]])?.contains { $0["property"] == "decimal" && $0["basis"] == "the option" }
                    == true)
            let likelier = try await server.send("POST", "/api/imports?yes=1&dry_run=1", headers: Self.csv, body: log).json()
            #expect(((likelier["reading"] as? [String: Any])?["taken_answers"] as? [Any])?.count == 3)
        }
    }

    @Test(arguments: [
        ("text/csv", "a,b\n1,2\n", 422), ("text/csv", "", 422), ("application/json", "{}", 415), ("", "x", 415),
        ("multipart/form-data", "x", 400), ("multipart/form-data; boundary=B", "x", 400),
        ("multipart/form-data; boundary=B", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B--", 422),
    ])
    func `what is no log is refused with a reason`(type: String, body: String, status: Int) async throws {
        try await TestServer.run { server in
            let headers = ["Content-Type": type]
            let reply = try await server.send("POST", "/api/imports", headers: headers, body: body)
            #expect(reply.status == status)
            #expect(reply["Content-Type"] == "application/problem+json")
        }
    }

    @Test func `a log that is too long is refused, whether it says its length or not`() async throws {
        try await TestServer.run(configure: { $0.importSizeLimit = 1_000 }) { server in
            let long = Array(repeating: UInt8(ascii: "x"), count: 2_000)
            #expect(try await server.send("POST", "/api/imports", headers: Self.csv, bytes: long).status == 413)
            let chunk = Array("7d0\r\n".utf8) + long + Array("\r\n0\r\n\r\n".utf8)
            let headers = ["Content-Type": "text/csv", "Transfer-Encoding": "chunked"]
            try await Connection.open(port: server.port) { connection in
                let fields = headers.map { "\($0): \($1)\r\n" }.joined()
                try await connection.send(Array("POST /api/imports HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n".utf8) + chunk)
                #expect(try await connection.response().status == 413)
            }
        }
    }

    @Test func `a log that does not come is given up, and leaves no file`() async throws {
        let before = try uploads()
        try await TestServer.run(configure: { $0.importDeadline = .milliseconds(300) }) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send(
                    "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 9\r\n\r\nhalf")
                let reply = try await connection.response()
                #expect(reply.status == 408)
                #expect(reply["Connection"] == "close")
            }
        }
        // Other tests send files meanwhile, and those go away too.
        try await until { (try? uploads().subtracting(before).isEmpty) ?? false }
    }

    private func uploads() throws -> Set<String> {
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        return Set(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".upload") })
    }

    @Test func `what another site's page sends is refused`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let refused = [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://elsewhere.example"],
                ["Origin": "null"],
            ]
            for fields in refused {
                let reply = try await server.send("POST", "/api/imports", headers: Self.csv.merging(fields) { $1 }, body: Self.log)
                #expect(reply.status == 403)
            }
            for fields in [["Sec-Fetch-Site": "same-origin"], ["Sec-Fetch-Site": "none"], ["Origin": "http://LOCALHOST"]] {
                let reply = try await server.send("POST", "/api/imports", headers: Self.csv.merging(fields) { $1 }, body: Self.log)
                #expect(reply.status == 200)
            }
        }
    }

    @Test func `a log that waits has no name that a crash could leave behind`() async throws {
        let before = try uploads()
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let form = Self.form(Self.log)
            let sent = try await server.send("POST", "/import", headers: form.headers, bytes: form.body)
            let address = try #require(sent["Location"])
            // Other tests send files meanwhile, and none of them has a name for long.
            try await until { (try? uploads().subtracting(before).isEmpty) ?? false }
            let token = try #require(address.split(separator: "/").last)
            let kept = try await server.send(
                "POST", "/import/confirmation", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "log=\(token)")
            #expect(kept.status == 303)
            #expect(try await server.get("/api/users").json()["users"] as? [String] == ["U1"])
        }
    }

    @Test(arguments: [(0, 64 << 20), (9_000_000, 900_000_000), (1_000_000, 100_000_000), (256 << 20, 4 << 30)])
    func `what inflates is bounded by its own size`(size: Int, limit: Int) {
        #expect(LogImporter.inflationLimit(ofBytes: size) == limit)
    }

    @Test func `a log whose sender goes away is no fault of the server, and nothing of it is kept`() async throws {
        let (log, store) = (LogLines(), InMemoryPurchaseStore())
        let framings = [
            "Content-Length: 100000\r\n\r\n\(Self.log)",
            "Transfer-Encoding: chunked\r\n\r\n\(String(Self.log.utf8.count, radix: 16))\r\n\(Self.log)\r\n",
        ]
        try await TestServer.run(store, logger: log.logger) { server in
            for framing in framings {
                try await Connection.open(port: server.port) { connection in
                    try await connection.send("POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n\(framing)")
                }
            }
            try await until { log.lines.count { $0.contains("path=/api/imports") } == framings.count }
            let ends = log.lines.filter { $0.contains("path=/api/imports") }.map { $0.contains("status=499") }
            #expect(ends == [true, true])
            let errors = log.lines.filter { $0.hasPrefix("error") }
            #expect(errors == [])
        }
        #expect(await store.users(matching: nil, after: nil, limit: 10).value.isEmpty)
    }
}

extension ImportTests {
    @Test func `what is sold by weight is read, counted and shown as it is`() async throws {
        let log = """
            CustomerID,OrderID,OrderDate,Item Name,Category,Quantity,Base Price
            U1,1,2024-01-31,Gouda,Cheese,0.345,12.90
            U1,2,2024-02-29,Gouda,Cheese,1.250,13.10
            U1,2,2024-02-29,Screws,Tools,500,0.0125

            """
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let reply = try await server.send("POST", "/api/imports", headers: Self.csv, body: log)
            #expect(reply.status == 200)
            #expect(reply.text.contains(#""total":27.08,"units":501.595"#), "\(reply.text)")
            let purchases = try await server.get("/api/users/U1/purchases").text
            #expect(purchases.contains(#""quantity":0.345,"base_price":12.90,"total_price":4.45"#))
            #expect(purchases.contains(#""quantity":500,"base_price":0.0125,"total_price":6.25"#))
            #expect(try await server.get("/api/users/U1/purchases.csv").text.contains(",0.345,12.90,4.45"))
            #expect(try await server.get("/api/users/U1/metrics").text.contains(#""units":501.595,"#))
            let items = try await server.get("/api/users/U1/top-items").text
            #expect(items.contains(#""units":1.595,"total_spent":20.83,"average_price":13.06"#))
            #expect(try await server.get("/api/users/U1/spending-summary?disclosure=share").text.contains(#""units":1.595"#))
            let prices = try await server.get("/api/users/U1/price-history?item=Gouda").text
            #expect(prices.contains(#""unit_price":12.9"#) && prices.contains(#""unit_price":13.1"#), "\(prices)")
        }
    }
}
