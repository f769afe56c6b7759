import ChartSpecs
import Foundation
import Testing

@testable import Server

/// Charts of data that comes with the request.
@Suite struct PlotTests {
    private static let short = "bar=Jan:120,Feb:140,Mar:90&title=Sales"

    @Test func `the short form comes in every representation, each with its media type and its siblings`() async throws {
        try await TestServer.run { server in
            for representation in Representation.ofCharts {
                let reply = try await server.get("/plot.\(representation.rawValue)?\(Self.short)")
                #expect(reply.status == 200, "\(representation): \(reply.text)")
                #expect(reply["Content-Type"] == representation.contentType)
                #expect(reply["ETag"] != nil)
                #expect(reply["Cache-Control"]?.hasPrefix("public, max-age=") == true)
                #expect(reply.link("alternate", type: "type=\"image/svg+xml\"") == nil || representation != .svg)
            }
            #expect(try await server.get("/plot.png?\(Self.short)").pngSize == [800, 400])
            #expect(try await server.get("/plot.png?\(Self.short)&width=400&height=200&scale=2").pngSize == [800, 400])
            #expect(try await server.get("/plot.csv?\(Self.short)").text == "label,value\r\nJan,120\r\nFeb,140\r\nMar,90\r\n")
            let words = try await server.get("/plot.txt?\(Self.short)").text
            #expect(words.hasPrefix("Sales: 350 in all") && words.contains("Feb: 140"))
        }
    }

    @Test func `what stands beside each other is never added up, and what stands on one another is`() async throws {
        try await TestServer.run { server in
            let rows = "csv=month,sales,costs;Jan,120,80;Feb,140,90"
            for mark in ["line", "dots", "bar"] {
                let words = try await server.get("/plot.txt?\(rows)&mark=\(mark)").text
                #expect(words.hasPrefix("Highest sales, Feb 140, lowest costs, Jan 80.\n"), "\(words)")
                #expect(words.contains("Jan: sales 120, costs 80") && !words.contains("200"))
            }
            let stacked = try await server.get("/plot.txt?\(rows)&stack=1").text
            #expect(stacked.hasPrefix("430 in all") && stacked.contains("Jan: 200 (sales 120, costs 80)"), "\(stacked)")
        }
    }

    @Test func `radars, polar areas, gauges and progress bars come from the address`() async throws {
        try await TestServer.run { server in
            for (query, words) in [
                ("radar=Speed:5,Range:3&fill=1", "Highest Speed 5, lowest Range 3."), ("polar=A:4,B:9", "13 in all"),
                ("gauge=72", "72 of 100."), ("gauge=CPU:72&min=20&max=80", "CPU: 72 on a scale from 20 to 80."),
                ("progress=72", "72%."), ("progress=Sent:30&max=120", "Sent: 25% (30 of 120)."),
                ("csv=what,A,B;Speed,5,3;Range,2,4&mark=radar", "Highest A, Speed 5, lowest A, Range 2."),
            ] {
                let reply = try await server.get("/plot.txt?\(query)")
                #expect(reply.status == 200 && reply.text.hasPrefix(words), "\(query): \(reply.text)")
                #expect(try await server.get("/plot.svg?\(query)").status == 200)
            }
            #expect(try await server.get("/plot.json?gauge=72&min=80").status == 200)
            #expect(try await server.get("/plot.json?gauge=72&min=180").status == 400)
            #expect(try await server.get("/plot.json?gauge=72,80").status == 400)
            #expect(try await server.get("/plot.json?polar=A:4,B:-9").status == 400)
        }
    }

    @Test func `a plot has its tag before it is drawn`() async throws {
        try await TestServer.run { server in
            let head = try await server.send("HEAD", "/plot.png?\(Self.short)")
            let tag = try #require(head["ETag"])
            #expect(head.status == 200)
            let unchanged = try await server.send("GET", "/plot.png?\(Self.short)", headers: ["If-None-Match": tag])
            #expect(unchanged.status == 304 && unchanged.body.isEmpty)
            // The same chart, spelled otherwise, has the same tag; another has another.
            #expect(try await server.get("/plot.png?title=Sales&bar=Jan:120.0,Feb:140,Mar:90&width=800")["ETag"] == tag)
            #expect(try await server.get("/plot.png?\(Self.short)&theme=dark")["ETag"] != tag)
        }
    }

    @Test func `everything wrong is said at once, in the picture too`() async throws {
        try await TestServer.run { server in
            let address = "/plot.json?bar=Jan:x&colour=red&width=9&format=money&sort=up"
            let reply = try await server.get(address)
            #expect(reply.status == 400)
            #expect(reply["Content-Type"] == "application/problem+json")
            let errors = try #require(try reply.json()["errors"] as? [[String: Any]])
            #expect(Set(errors.compactMap { $0["parameter"] as? String }) == ["bar", "colour", "width", "format", "sort"])
            let picture = try await server.get("/plot.png?bar=Jan:x&width=300&height=200")
            #expect(picture.status == 400 && picture.pngSize == [300, 200])
        }
    }

    @Test(arguments: [
        ("csv=month,sales;Jan,120&y=costs", "y"), ("csv=month,sales;Jan,120&x=day", "x"), ("csv=month,sales;Jan,abc&y=sales", "y"),
        ("bar=A:1&csv=a,b;1,2", "csv"), ("pie=A:-1,B:2", "mark"), ("bar=A:1&log=1", "log"), ("pie=A:1&target=1", "target"),
        ("mark=bar", "data"),
        ("bar=A:1&min=3&max=2", "max"), ("bar=A:1,B:20&max=10", "max"), ("bar=A:5&min=2", "min"), ("line=A:5,B:1&min=2", "min"),
        ("csv=m,a,b;Jan,6,6&stack=1&max=10", "max"), ("bar=A:1&y=b", "y"), ("line=A:0&log=1", "log"),
        ("bar=A:1&palette=red,blurple", "palette"),
    ])
    func `what does not fit is refused by its name`(query: String, name: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/plot.json?\(query)")
            #expect(reply.status == 400, "\(query): \(reply.text)")
            let errors = try #require(try reply.json()["errors"] as? [[String: Any]])
            #expect(errors.contains { $0["parameter"] as? String == name }, "\(errors)")
        }
    }

    @Test(arguments: [
        "line=2024-01-01:1,2024-01-05:3,2024-02-01:2", "area=A:1,B:2", "donut=A:1,B:2", "pie=A:1,B:2", "hist=1,2,2,3,9", "dots=A:1,B:2",
        "bar=A:1,B:2&line=A:3,B:4&y2=line", "csv=m,a,b;Jan,1,2;Feb,3,4&stack=1", "csv=m,k,v;Jan,x,1;Jan,y,2;Feb,x,3&x=m&y=v&color=k",
        "csv=m,k,v;Jan,x,1;Jan,y,2;Feb,x,3&x=m&y=v&facet=k&mark=line",
        "csv=m,a,b;Jan,1,2;Feb,3,4&y=a&y2=b&target=2:Plan&format=$&sort=-y&limit=1",
        "line=A:1,B:100&log=1&palette=ff0000,green", "bar=A:1,B:2&min=0&max=10", "bar=", "hist=5,5,5", "csv=a,b;",
    ])
    func `every name of the contract is drawn`(query: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/plot.svg?\(query)")
            let isEmpty = query == "bar=" || query == "csv=a,b;"
            #expect(reply.status == (isEmpty ? 400 : 200), "\(query): \(reply.text)")
        }
    }

    @Test func `data comes as CSV in the body, or as JSON with the same names`() async throws {
        try await TestServer.run { server in
            let csv = "month;sales;costs\nJan;120,5;80\nFeb;140;90\n"
            let reply = try await server.send(
                "POST", "/plot.csv?mark=bar&x=month&y=sales", headers: ["Content-Type": "text/csv"], body: csv)
            #expect(reply.text == "month,sales,costs\r\nJan,120.5,80\r\nFeb,140,90\r\n")
            let json = #"{"data":[{"month":"Jan","sales":120,"costs":80}],"mark":"bar","x":"month","y":["sales","costs"],"width":300}"#
            let picture = try await server.send("POST", "/plot.png", headers: ["Content-Type": "application/json"], body: json)
            #expect(picture.status == 200 && picture.pngSize == [300, 400])
            let pairs = try await server.send(
                "POST", "/plot.csv", headers: ["Content-Type": "application/json"], body: #"{"bar": {"Jan": 1, "a,b": 2}}"#)
            #expect(pairs.text == "label,value\r\nJan,1\r\n\"a,b\",2\r\n")
            let wrong = try await server.send(
                "POST", "/plot.json", headers: ["Content-Type": "application/json"], body: #"{"bar": "A:1", "colour": "red", "title": {}}"#)
            #expect(wrong.status == 400)
            let errors = try #require(try wrong.json()["errors"] as? [[String: Any]])
            #expect(errors.compactMap { $0["pointer"] as? String } == ["/title"])
        }
    }

    @Test func `points above what pixels show are thinned, and words and tables have them all`() async throws {
        let rows = (0..<5_000).map { "\($0),\($0 == 2_500 ? 1_000 : $0 % 7)" }.joined(separator: "\n")
        try await TestServer.run { server in
            let svg = try await server.send(
                "POST", "/plot.svg?mark=line", headers: ["Content-Type": "text/csv"], body: "x,y\n\(rows)")
            #expect(svg.status == 200 && svg.body.count < 150_000)
            let csv = try await server.send(
                "POST", "/plot.csv?mark=line", headers: ["Content-Type": "text/csv"], body: "x,y\n\(rows)")
            #expect(csv.text.split(separator: "\r\n").count == 5_001)
        }
    }

    @Test func `an address has room for 64 KB of data, and no more`() async throws {
        try await TestServer.run { server in
            let (fitting, longer) = (String(repeating: "1234567,", count: 8_000), String(repeating: "1234567,", count: 8_300))
            for (address, status) in [
                ("/plot.txt?line=\(fitting)", 200), ("/plot.txt?line=\(longer)", 414), ("/api/users?q=\(longer)", 414),
            ] {
                let reply = try await server.get(address)
                #expect(reply.status == status)
            }
        }
    }
}
