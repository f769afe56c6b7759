import LogReading
import Purchases
import Storage
import Testing

@testable import Server

/// The pages that bring a log in, without script.
@Suite struct ImportPageTests {
    @Test func `a log is looked at, then kept, and loading a page again sends nothing again`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let form = ImportTests.form(ImportTests.log)
            let sent = try await server.send("POST", "/import", headers: form.headers, bytes: form.body)
            #expect(sent.status == 303)
            let address = try #require(sent["Location"])
            let page = try await server.get(address).text
            #expect(page.contains("4 rows read: 2 accepted, 2 rejected."))
            #expect(page.contains("is not a day of the calendar"))
            #expect(page.contains("2/30/2024"))
            #expect(try await server.get("/api/users").json()["users"] as? [String] == [])

            #expect(page.contains("The first rows, as they are read") && page.contains("<td>Jan 31, 2024</td>"))
            let rejected = try await server.get("\(address)/rejected.csv")
            #expect(rejected["Content-Type"] == "text/csv; charset=utf-8" && page.contains("href=\"\(address)/rejected.csv\""))
            #expect(rejected.text.hasPrefix("line,column,value,reason,remedy\r\n4,OrderDate,2/30/2024,is not a day of the calendar"))
            #expect(rejected.text.contains("5,Quantity,two,is not a quantity such as 2 or 0.75"))

            let token = try #require(address.split(separator: "/").last)
            for _ in 0..<2 {
                let kept = try await server.send(
                    "POST", "/import/confirmation", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "log=\(token)")
                #expect(kept.status == 303)
                #expect(kept["Location"] == address)
            }
            let after = try await server.get(address).text
            #expect(after.contains("log.csv was imported"))
            #expect(try await server.get("\(address)/rejected.csv").text == rejected.text)
            #expect(!after.contains("name=\"log\""))
            #expect(try await server.get("/api/users").json()["users"] as? [String] == ["U1"])
        }
    }

    @Test func `answers are remembered by the columns, and offered again`() async throws {
        let log = "Datum;Artikel;Preis;Farbe\n3/4/2024;Milk;1,859;white\n"
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            func sent(_ log: String, _ fields: [(String, String)] = []) async throws -> (address: String, page: String) {
                let form = ImportTests.form(log, fields: fields)
                let reply = try await server.send("POST", "/import", headers: form.headers, bytes: form.body)
                let address = try #require(reply["Location"])
                return (address, try await server.get(address).text)
            }
            func post(_ path: String, _ body: String) async throws {
                let type = ["Content-Type": "application/x-www-form-urlencoded"]
                #expect(try await server.send("POST", path, headers: type, body: body).status == 303)
            }
            let answers = [("set", "customer=me"), ("decimal", ","), ("date_format", "dd/MM/yyyy")]
            let first = try await sent(log, answers)
            #expect(first.page.contains("1 row read: 1 accepted") && !first.page.contains("imported before"))
            // Only what was kept is remembered.
            #expect(try await sent(log).page.contains("type=\"radio\""))
            try await post("/import/confirmation", "log=\(first.address.split(separator: "/")[1])")

            let next = try await sent("Datum;Artikel;Preis;Farbe\n5/4/2024;Bread;2,500;brown\n")
            #expect(next.page.contains("1 row read: 1 accepted") && next.page.contains("imported before"))
            #expect(next.page.contains("<td>Apr 5, 2024</td>") && next.page.contains("<td>2.50</td>"))
            let token = next.address.split(separator: "/")[1]
            try await post("/import/reading", "log=\(token)&fresh=1")
            let fresh = try await server.get(next.address).text
            #expect(fresh.contains("type=\"radio\"") && !fresh.contains("imported before"))
            // Other columns, and answers that are given, ask the memory nothing.
            #expect(try await sent(log.replacing("Farbe", with: "Sorte")).page.contains("type=\"radio\""))
            #expect(try await !sent(log, answers).page.contains("imported before"))

            _ = try await server.send("POST", "/api/imports/undo")
            #expect(try await sent(log).page.contains("type=\"radio\""))

            // Columns that nobody knows are remembered with what they hold.
            let foreign = "x1;x2;x3\n2024-04-03;Milk;1.50\n"
            let named = try await sent(
                foreign, [("map", "date=x1"), ("map", "item=x2"), ("map", "price=x3"), ("header_row", "1"), ("set", "customer=me")])
            #expect(named.page.contains("1 row read: 1 accepted"))
            try await post("/import/confirmation", "log=\(named.address.split(separator: "/")[1])")
            #expect(try await sent(foreign).page.contains("imported before"))
        }
    }

    @Test func `what a log leaves open is a choice, and how it is read can be changed, without script`() async throws {
        let log = "When,Item Name,Base Price,Colour\n3/4/2024,Milk,\"1,859\",white\n"
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let form = ImportTests.form(log, fields: [("map", "date=When")])
            let sent = try await server.send("POST", "/import", headers: form.headers, bytes: form.body)
            let address = try #require(sent["Location"])
            let token = try #require(address.split(separator: "/").last)
            let questions = try await server.get(address).text
            for answer in ["set customer=me", "decimal ,", "date-format dd/MM/yyyy"] {
                #expect(questions.contains("type=\"radio\"") && questions.contains("value=\"\(answer)\""), "\(answer)")
            }
            func send(_ fields: String) async throws -> String {
                let reply = try await server.send(
                    "POST", "/import/reading", headers: ["Content-Type": "application/x-www-form-urlencoded"],
                    body: "log=\(token)&\(fields)")
                #expect(reply.status == 303)
                #expect(reply["Location"] == address)
                return try await server.get(address).text
            }
            let read = try await send("answer0=set+customer%3Dme&answer1=decimal+,&answer2=date-format+dd/MM/yyyy")
            #expect(read.contains("1 row read: 1 accepted") && read.contains("<option value=\"item=Item Name\" selected>"))
            #expect(read.contains("Colour"))
            let changed = try await send(
                "change=1&map=date%3DWhen&map=item%3DColour&map=price%3DBase+Price&decimal=.&date_format=MM/dd/yyyy")
            #expect(changed.contains("<option value=\"item=Colour\" selected>"))
            let refused = try await send("change=1&map=date%3DColour&map=item%3DItem+Name&map=price%3DBase+Price&decimal=.")
            #expect(refused.contains("0 accepted"))
            #expect(try await server.get("/api/users").json()["users"] as? [String] == [])
        }
    }

    @Test(arguments: [("", 1), ("&rule=replace", 1), ("&rule=add", 2)])
    func `it can be chosen what becomes of orders that are kept already`(rule: String, lines: Int) async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let form = ImportTests.form("OrderID,CustomerID,OrderDate,Item Name,Base Price\n1,U1,2024-01-31,Milk,2.48\n")
            for choice in ["", rule] {
                let sent = try await server.send("POST", "/import", headers: form.headers, bytes: form.body)
                let token = try #require(sent["Location"]?.split(separator: "/").last)
                let kept = try await server.send(
                    "POST", "/import/confirmation", headers: ["Content-Type": "application/x-www-form-urlencoded"],
                    body: "log=\(token)\(choice)")
                #expect(kept.status == 303)
            }
            let purchases = try await server.get("/api/users/U1/purchases.csv").text
            #expect(purchases.split(separator: "\r\n").count == 1 + lines)
        }
    }

    @Test func `what is no log comes back to the form with the reason`() async throws {
        try await TestServer.run { server in
            let form = ImportTests.form("a,b\n1,2\n")
            let reply = try await server.send("POST", "/import", headers: form.headers, bytes: form.body)
            #expect(reply.status == 422)
            #expect(reply["Content-Type"] == "text/html; charset=utf-8")
            #expect(reply.text.contains("CustomerID") && reply.text.contains("type=\"file\""))
        }
    }

    @Test func `a log that is not waiting is a page that says so`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("/import/0123")
            #expect(page.status == 404)
            let form = ["Content-Type": "application/x-www-form-urlencoded"]
            #expect(try await server.send("POST", "/import/confirmation", headers: form, body: "log=0123").status == 404)
            #expect(try await server.send("POST", "/import/confirmation", headers: form, body: "").status == 404)
        }
    }

    @Test func `logs wait a bounded time, and a bounded number of them`() throws {
        let clock = SteadyClock()
        let pending = PendingLogs(limit: 2, lifetime: .seconds(60), now: { clock.now })
        let log = try TemporaryLog(ImportTests.log).log
        let entry = PendingLogs.Entry(
            fileName: "log.csv", options: .init(), log: nil, result: ImportResult(reconciliation: Reconciliation(of: log)))
        let tokens = (0..<3).map { _ in pending.add(entry) }
        #expect(Set(tokens).count == 3)
        #expect(tokens.map { pending.entry($0) != nil } == [false, true, true])
        clock.advance(by: .seconds(60))
        #expect(tokens.allSatisfy { pending.entry($0) == nil })
    }

    @Test func `a log that nobody asks for any more is forgotten, file and all`() async throws {
        let pending = PendingLogs(limit: 2, lifetime: .milliseconds(20))
        let file = try UploadFile(limit: 100).finish(name: "log.csv")
        weak let forgotten = file
        let token = pending.add(
            PendingLogs.Entry(
                fileName: "log.csv", options: .init(), log: consume file,
                result: ImportResult(reconciliation: Reconciliation(of: try TemporaryLog(ImportTests.log).log))))
        try await until { forgotten == nil }
        #expect(pending.entry(token) == nil)
    }
}
