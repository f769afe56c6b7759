import Foundation
import Testing

/// What was acknowledged is kept, whatever happens to the process.
@Suite(.timeLimit(.minutes(10))) struct DurabilityTests {
    @Test func `no acknowledged write is lost when the server is killed, fifty times`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,U1,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        let path = "/api/users/U1/bucket-list"
        for round in 1...50 {
            let server = try RunningServer(program)
            defer { server.kill() }
            let list = try JSONSerialization.jsonObject(with: Data(try server.send("GET", path).body.utf8)) as? [String: Any]
            #expect(list?["version"] as? Int == round - 1)
            // Whoever has no list is shown what might be on one.
            let isOwn = list?["type"] as? String == "custom"
            let items = isOwn ? (list?["bucket_list"] as? [[String: Any]] ?? []).compactMap { $0["item"] as? String } : []
            #expect(items == (0..<round).dropFirst().map { "Item \($0)" })
            #expect(try server.send("POST", "\(path)/items", body: "{\"item\":\"Item \(round)\"}").status == 201)
        }
    }
}
