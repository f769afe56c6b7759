import Testing

@testable import Server

/// Signed links to charts whose data is in the link itself.
@Suite(.timeLimit(.minutes(10))) struct ChartLinkTests {
    private static let plot = "/plot.png?bar=Jan:120,Feb:140&title=Sales"

    @Test(arguments: [plot, "/chart.svg?c={type:'bar',data:{labels:['a','b'],datasets:[{data:[1,2]}]}}", "/plot.csv?line=1:2,2:3"])
    func `a link gives what was signed, to the byte, and nothing else`(path: String) async throws {
        try await TestServer.run { server in
            let link = try await server.sign(path)
            let (reply, original) = (try await server.get(link), try await server.get(path))
            #expect(reply.status == 200 && reply.body == original.body, "\(reply.text)")
            #expect(reply["Content-Type"] == original["Content-Type"] && reply["X-Robots-Tag"] == "noindex")
            #expect(reply["Cache-Control"]?.contains("immutable") == true)
            let tag = try #require(reply["ETag"])
            #expect(try await server.send("GET", link, headers: ["If-None-Match": tag]).status == 304)
            // What comes behind the link changes nothing, and neither another name nor another code opens it.
            #expect(try await server.get(link + "?title=Other").body == original.body)
            #expect(try await server.get(link.replacing(".png", with: ".pdf").replacing(".svg", with: ".pdf") + ".json").status != 200)
            #expect(try await server.get(link.replacing("/s/v1.", with: "/s/v1.x")).status == 403)
        }
    }

    @Test func `a link without an extension is one for all representations`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("/plot?bar=Jan:120,Feb:140")
            for suffix in ["png", "svg", "pdf", "json", "csv", "txt"] {
                #expect(try await server.get("\(link).\(suffix)").status == 200, "\(suffix)")
            }
        }
    }

    @Test func `a link names what was left out of its picture`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("/chart.png?c={type:'bar',data:{datasets:[{data:[1],borderRadius:3}]}}")
            #expect(try await server.get(link)["X-Chart-Warnings"] == "data.datasets.borderRadius: is left out")
        }
    }

    @Test(arguments: [
        ("/plot.png?bar=Jan:x", "", "path"), ("/plot.exe?bar=Jan:1", "", "path"), ("/plots.png?bar=Jan:1", "", "path"),
        (plot, #","pinned":true"#, "pinned"), (plot, #","free":["category"]"#, "free"), (plot, #","disclosure":"trend""#, "disclosure"),
        (plot + "&width=2000&height=2000&scale=4", "", "path"),
        ("/plot.png?bar=" + String(repeating: "January:1,", count: 700), "", "path"),
        (plot, #","expires":"2001-01-01""#, "expires"),
    ])
    func `what cannot be signed is refused when it is signed`(path: String, more: String, part: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", "/api/signatures", body: #"{"path":"\#(path)"\#(more)}"#)
            #expect(reply.status == 422 && reply.text.contains("\"pointer\":\"/\(part)\""), "\(reply.status) \(reply.text)")
        }
    }
}
