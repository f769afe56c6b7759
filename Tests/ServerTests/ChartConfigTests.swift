import Charts
import Foundation
import Testing

@testable import Server

/// Configurations of Chart.js as pictures, under QuickChart's names.
@Suite struct ChartConfigTests {
    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static let bars = "{type:'bar',data:{labels:['Q1','Q2'],datasets:[{label:'Sold',data:[50,60]}]}}"

    @Test func `a configuration is a picture of 500 by 300 points at two pixels each, or as it was asked for`() async throws {
        try await TestServer.run { server in
            let plain = try await server.get("/chart?c=\(Self.encoded(Self.bars))")
            #expect(plain.status == 200 && plain.pngSize == [1_000, 600], "\(plain.text.prefix(300))")
            #expect(plain["X-Chart-Warnings"] == nil)
            let small = try await server.get("/chart?w=200&h=100&devicePixelRatio=1&bkg=white&chart=\(Self.encoded(Self.bars))")
            #expect(small.pngSize == [200, 100])
            let svg = try await server.get("/chart?f=svg&c=\(Self.encoded(Self.bars))")
            #expect(svg["Content-Type"]?.hasPrefix("image/svg+xml") == true)
            let pdf = try await server.get("/chart?format=pdf&c=\(Self.encoded(Self.bars))")
            #expect(pdf["Content-Type"] == "application/pdf")
            let words = try await server.get("/chart.txt?c=\(Self.encoded(Self.bars))").text
            #expect(words.contains("Q2: 60"))
        }
    }

    @Test func `it comes in base64, in a form, or as JSON with the configuration as an object or a text`() async throws {
        let base64 = Data(Self.bars.utf8).base64EncodedString()
        try await TestServer.run { server in
            let first = try await server.get("/chart?f=svg&c=\(Self.encoded(Self.bars))")
            let bodies = [
                (
                    "application/json",
                    #"{"format":"svg","chart":{"type":"bar","data":{"labels":["Q1","Q2"],"datasets":[{"label":"Sold","data":[50,60]}]}}}"#
                ),
                ("application/json", #"{"f":"svg","chart":"\#(Self.bars)"}"#),
                ("application/x-www-form-urlencoded", "f=svg&c=\(Self.encoded(Self.bars))"),
            ]
            for (type, body) in bodies {
                let reply = try await server.send("POST", "/chart", headers: ["Content-Type": type], body: body)
                #expect(reply.status == 200 && reply.body == first.body, "\(body): \(reply.text.prefix(200))")
            }
            let encoded = try await server.get("/chart?f=svg&encoding=base64&c=\(Self.encoded(base64))")
            #expect(encoded.body == first.body)
        }
    }

    @Test(arguments: [
        ("{type:'candlestick',data:{datasets:[{data:[{x:'2026-01-02',o:1,h:3,l:1,c:2}]}]}}", "candlestick"),
        ("{type:'bar',data:{labels:['a'],datasets:[{data:[1]}]},options:{plugins:{zoom:{mode:'x'}}}}", "zoom"),
        ("{type:'pie',data:{labels:['a','b'],datasets:[{data:[-1,2]}]}}", "below zero"),
        ("{type:'line',data:{labels:['a'],datasets:[{data:[1,'x']}]}}", "not a number"),
        ("{type:'bar',data:{labels:['a'],datasets:[{data:[1]}]},options:{scales:{y:{ticks:{callback:(v)=>{while(1){}}}}}}}", "while"),
        ("{data:{labels:['a'],datasets:[{data:[1]}]}}", "type: is missing"), ("{type:'bar'}", "data"), ("{}", "type"),
    ])
    func `what cannot be drawn is named, and there is a picture all the same`(config: String, word: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/chart?c=\(Self.encoded(config))")
            #expect(reply.status == 200 && reply.pngSize == [1_000, 600], "\(config): \(reply.text.prefix(200))")
            let warnings = reply["X-Chart-Warnings"] ?? ""
            #expect(warnings.contains(word) && warnings.utf8.count <= 2_000, "\(warnings)")
        }
    }

    @Test(arguments: [
        ("cht=p&chd=t:60,40&chs=380x220&chdl=Done|Open", "Open: 40"), ("cht=bvs&chd=t:10,40|5,8&chs=380x220&chl=Mon|Tue", "Tue"),
        ("cht=lc&chd=s:AB9&chs=380x220", "61"), ("cht=bhg&chd=e:AAABAC&chs=380x220", "2"),
    ])
    func `the words of Google's charts are read`(query: String, word: String) async throws {
        try await TestServer.run { server in
            let query = query.replacing("|", with: "%7C")
            let picture = try await server.get("/chart?\(query)")
            #expect(picture.status == 200 && picture.pngSize == [380, 220])
            let words = try await server.get("/chart.txt?\(query)").text
            #expect(words.contains(word), "\(words)")
        }
    }

    @Test(arguments: [("#101418", true), ("rgb(40,40,40)", true), ("white", false), ("transparent", false), ("f00", false)])
    func `on a dark color the inks are light`(background: String, isDark: Bool) throws {
        let request = try ChartConfigRequest(Query([("c", Self.bars), ("bkg", background)]), suffix: nil)
        #expect((request.picture.style.appearance == .dark) == isDark)
    }

    @Test func `what is no configuration is refused, with its place`() async throws {
        try await TestServer.run { server in
            for address in [
                "/chart", "/chart?c=\(Self.encoded("{type:'bar',data:[}"))", "/chart?c=\(Self.encoded(String(repeating: "[", count: 40)))",
            ] {
                let reply = try await server.get(address)
                #expect(reply.status == 400, "\(address)")
            }
        }
    }

    @Test(arguments: [
        "{type:'bar',data:{labels:['<script>','&amp;'],datasets:[{data:[1e308,NaN]}]}}",
        "{__proto__:{type:'pie'},constructor:{},type:'bar',data:{labels:['a'],datasets:[{data:[1]}]}}",
        "{type:'bar',data:{labels:['a'],datasets:[{data:[1]}]},options:{plugins:{datalabels:{formatter:(v)=>'x'.repeat(1e9)}}}}",
        "{type:'line',data:{labels:[],datasets:[{data:[\(String(repeating: "1,", count: 30_000))]}]}}",
    ])
    func `hostile configurations are harmless`(config: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send(
                "POST", "/chart?f=svg", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "c=\(Self.encoded(config))")
            #expect(reply.status == 200, "\(reply.text.prefix(200))")
            #expect(!reply.text.contains("<script"))
        }
    }
}
