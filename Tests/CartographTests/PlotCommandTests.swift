import Foundation
import Testing

/// Charts of anyone's data, drawn on the command line.
@Suite(.timeLimit(.minutes(10))) struct PlotCommandTests {
    private static let rows = "month,sales,costs\nJan,120,80\nFeb,140,95\n"
    private static let config = "{type:'bar',data:{labels:['a','b'],datasets:[{data:[1,2],borderRadius:3}]}}"

    private func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.rows, to: "sales.csv")
        try program.write(Self.config, to: "config.json")
        try program.write(#"{"data":[{"month":"Jan","sales":3},{"month":"Feb","sales":4}],"mark":"line","title":"Sold"}"#, to: "plot.json")
        try program.write(#"{"data":[{"a":1,"b":2},{"a":3,"b":5}],"marks":[{"mark":"point","x":"a","y":"b"}]}"#, to: "grammar.json")
        try body(program)
    }

    private static let pngStart: [UInt8] = [0x89, 0x50, 0x4E, 0x47]

    @Test func `rows, names and configurations are told apart, and standard input is read like a file`() throws {
        try withProgram { program in
            let cases: [(arguments: [String], input: String?)] = [
                (["sales.csv", "--mark", "line", "--x", "month", "--y", "sales", "--y", "costs"], nil), (["plot.json"], nil),
                (["grammar.json", "--width", "300"], nil), (["config.json", "--width", "300"], nil), (["-", "--mark", "bar"], Self.rows),
                (["--bar", "Jan:1,Feb:2", "--title", "Sold"], nil),
            ]
            for (arguments, input) in cases {
                let outcome = try program.run(["plot"] + arguments + ["--output", "a.png"], input: input)
                #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
                #expect(try program.bytes(of: "a.png").starts(with: Self.pngStart))
                try FileManager.default.removeItem(at: program.folder.appending(path: "a.png"))
            }
            let outcome = try program.run(["plot", "config.json", "--output", "a.svg"])
            #expect(outcome.errors == "warning: data.datasets.borderRadius: is left out\n")
            #expect(try program.run(["plot", "sales.csv", "--output", "a.txt"]).status == 0)
            #expect(String(decoding: try program.bytes(of: "a.txt"), as: UTF8.self).contains("Feb"))
        }
    }

    @Test func `a picture has the bytes that the server gives at its address`() throws {
        try withProgram { program in
            let server = try RunningServer(program)
            defer { server.kill() }
            let cases = [
                ["sales.csv", "--mark", "area", "--stack", "1"], ["plot.json"], ["config.json", "--scale", "1", "--background", "white"],
                ["--pie", "A:1,B:2", "--sort", "none"],
            ]
            for arguments in cases {
                _ = try program.run(["plot"] + arguments + ["--output", "a.svg"])
                let address = try program.run(["plot"] + arguments + ["--url"]).output.trimmingCharacters(in: .newlines)
                #expect(try server.send("GET", address).status == 200, "\(address)")
                let reply = try server.send("GET", address.replacing(".png?", with: ".svg?").replacing("/png/", with: "/svg/"))
                #expect(try reply.body == String(decoding: program.bytes(of: "a.svg"), as: UTF8.self), "\(address)")
            }
            let coded = try program.run(["plot", "config.json", "--url"]).output
            #expect(
                coded.hasPrefix("/chart/png/")
                    && coded.dropFirst(11).dropLast().allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) })
            let whole = try program.run(["plot", "--bar", "A:1", "--url", "--base", "https://charts.example.org/"]).output
            #expect(whole.hasPrefix("https://charts.example.org/plot.png?"))
        }
    }

    @Test(arguments: [
        (["sales.csv", "--y", "profit", "--output", "a.png"], "there is no column"), (["sales.csv", "--output", "a.doc"], "extension"),
        (["sales.csv"], "--output"), (["nothing.csv", "--output", "a.png"], "cannot be read"),
        (["config.json", "--mark", "bar", "--output", "a.png"], "is for rows"), (["--output", "a.png"], "is missing"),
        (["sales.csv", "--output", "a.png", "--url"], "not both"), (["--batch", "x.jsonl"], "--output-folder"),
        (["sales.csv", "--output-folder", "x", "--output", "a.png"], "--batch"),
        (["sales.csv", "--width", "9", "--mrk", "bar", "--output", "a.png"], "mark"),
    ])
    func `what cannot be drawn is refused, with what to do, and nothing is written`(arguments: [String], words: String) throws {
        try withProgram { program in
            let outcome = try program.run(["plot"] + arguments)
            #expect(outcome.status != 0 && outcome.errors.contains(words), "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "a.png").path))
        }
    }

    @Test func `of a batch everything is drawn that can be, and the rest is told by its line`() throws {
        try withProgram { program in
            let lines = [
                #"{"name":"north.svg","bar":{"Jan":1,"Feb":2}}"#, "", #"{"bar":{"Jan":"x"}}"#, #"{"name":"../out.png","bar":"A:1"}"#,
                #"{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[1]}]}}"#, "{",
            ]
            let outcome = try program.run(
                ["plot", "--batch", "-", "--output-folder", "out", "--theme", "dark"], input: lines[...3].joined(separator: "\n"))
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("line 3: /bar") && outcome.errors.contains("line 4: has the name"), "\(outcome.errors)")
            #expect(outcome.errors.contains("1 drawn into out") && outcome.errors.contains("2 of 3 charts cannot be drawn"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: "out").path) == ["north.svg"])
            try program.write(lines[0] + "\r\n" + lines[4], to: "charts.jsonl")
            let all = try program.run(["plot", "--batch", "charts.jsonl", "--output-folder", "all"])
            #expect(all.status == 0 && all.errors == "2 drawn into all\n", "\(all.errors)")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: "all").path).sorted() == [
                    "2.png", "north.svg",
                ])
        }
    }
}
