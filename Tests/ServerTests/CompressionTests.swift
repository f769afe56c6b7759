import Foundation
import Storage
import Testing

@testable import Server

@Suite struct CompressionTests {
    private static let gzip = ["Accept-Encoding": "br, gzip;q=0.8"]

    @Test(arguments: [
        "/", "/users/U001", "/api/users", "/api/users/U001/metrics.svg", "/api/users/U001/purchases.csv", "/assets/style.css",
    ])
    func `text comes in gzip to whoever accepts it, under a tag of its own`(path: String) async throws {
        try await TestServer.run { server in
            let plain = try await server.get(path)
            #expect(plain["Content-Encoding"] == nil)
            #expect(plain["Vary"]?.contains("Accept-Encoding") == true)
            let tag = try #require(plain["ETag"])
            for _ in 0..<2 {
                let zipped = try await server.send("GET", path, headers: Self.gzip)
                #expect(zipped["Content-Encoding"] == "gzip")
                #expect(zipped["ETag"] == "\(tag.dropLast())-gzip\"")
                #expect(try Gzip.inflated(zipped.body) == plain.body)
            }
            let head = try await server.send("HEAD", path, headers: Self.gzip)
            #expect(head["ETag"] == "\(tag.dropLast())-gzip\"")
            #expect(head["Content-Encoding"] == "gzip")
        }
    }

    @Test func `what is known in gzip is not sent again`() async throws {
        try await TestServer.run { server in
            let tag = try #require(try await server.send("GET", "/users/U001", headers: Self.gzip)["ETag"])
            let known = try await server.send("GET", "/users/U001", headers: Self.gzip.merging(["If-None-Match": tag]) { $1 })
            #expect(known.status == 304)
            #expect(known["ETag"] == tag)
            // Who does not accept gzip any more has another representation coming.
            #expect(try await server.send("GET", "/users/U001", headers: ["If-None-Match": tag]).status == 200)
        }
    }

    @Test func `what was read in gzip may be written to`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/bucket-list"
            for accepted in [Self.gzip, [:]] {
                let tag = try #require(try await server.send("GET", path, headers: Self.gzip)["ETag"])
                #expect(tag.hasSuffix("-gzip\""))
                let headers = accepted.merging(["If-Match": "\"other\", \(tag)"]) { $1 }
                let reply = try await server.send("POST", "\(path)/items", headers: headers, body: #"{"item":"Tea"}"#)
                #expect(reply.status == 201)
                let late = try await server.send("POST", "\(path)/items", headers: headers, body: #"{"item":"Ink"}"#)
                #expect(late.status == 412)
            }
        }
    }

    @Test func `what one method answers is not what another is answered`() async throws {
        try await TestServer.run(suggest: { _, _, _ in .init(items: [.init(name: "Suggested")]) }) { server in
            let path = "/api/users/U001/bucket-list"
            func zipped(_ method: String, _ body: String? = nil) async throws -> HTTPReply {
                let reply = try await server.send(method, path, headers: Self.gzip, body: body)
                #expect(reply["Content-Encoding"] == "gzip")
                return reply
            }
            for body in [#"{"bucket_list":[{"item":"Tea"}]}"#, nil] {
                let before = try Gzip.inflated(try await zipped("GET").body)
                let change = try Gzip.inflated(try await zipped(body == nil ? "DELETE" : "POST", body).body)
                #expect(String(decoding: change, as: UTF8.self).contains("\"message\""))
                let after = try Gzip.inflated(try await zipped("GET").body)
                let plain = try await server.get(path)
                #expect(after == plain.body && after != before)
                #expect(try plain.json()["version"] != nil)
            }
        }
    }

    @Test func `pictures that are compressed already stay as they are`() async throws {
        try await TestServer.run { server in
            for path in ["/api/users/U001/metrics.png", "/api/users/U001/metrics.pdf"] {
                let plain = try await server.get(path)
                let reply = try await server.send("GET", path, headers: Self.gzip)
                #expect(reply.body == plain.body)
                #expect(reply["ETag"] == plain["ETag"])
                #expect(reply["Vary"] == nil)
            }
        }
    }

    @Test(arguments: [
        ("gzip", true), ("*", true), ("gzip;q=0", false), ("*, gzip;q=0", false), ("br", false), ("", false), ("GZIP ; q=0.1", true),
    ])
    func `the client says whether gzip is welcome`(field: String, isWelcome: Bool) {
        #expect((ContentCoding(acceptedIn: [field]) == .gzip) == isWelcome)
    }
}
