import ChartSpecs
import Dispatch
import Foundation
import Testing

@testable import Server

/// Programs of others that send charts: QuickChart's own client, and a validator of JSON Schema.
@Suite struct ChartClientTests {
    /// Runs a program beside the server, on a thread of its own, since the server answers it meanwhile.
    private static func run(_ text: String, on given: [String: Any]) async throws -> PythonProgram.Outcome {
        let bytes = try JSONSerialization.data(withJSONObject: given)
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try PythonProgram(text).run(on: bytes) }) }
        }
    }

    private static let client = """
        import json, os, sys, tempfile, requests, quickchart
        chart = quickchart.QuickChart()
        chart.scheme, chart.host = "http", json.load(sys.stdin)["host"]
        chart.width, chart.height, chart.device_pixel_ratio = 300, 200, 2.0
        chart.config = {
            "type": "bar", "data": {"labels": ["Q1", "Q2"], "datasets": [{"label": "Sold", "data": [50, 60]}]},
            "options": {"scales": {"y": {"ticks": {"callback": quickchart.QuickChartFunction("(v) => v + ' kg'")}}}},
        }
        def get(url):
            answer = requests.get(url, timeout=60)
            assert answer.status_code == 200 and answer.headers["content-type"] == "image/png", answer.text
            return answer.content
        path = os.path.join(tempfile.mkdtemp(), "chart.png")
        chart.to_file(path)
        short = chart.get_short_url()
        pictures = [open(path, "rb").read(), get(chart.get_url()), get(short), chart.get_bytes()]
        assert all(picture == pictures[0] for picture in pictures), [len(picture) for picture in pictures]
        assert int.from_bytes(pictures[0][16:20], "big") == 600, pictures[0][:30]
        assert get(short + "?title=New&data1=1,2") != pictures[0]
        assert chart.get_short_url() == short
        """

    @Test func `QuickChart's client for Python works as it is`() async throws {
        try await TestServer.run { server in
            let outcome = try await Self.run(Self.client, on: ["host": "127.0.0.1:\(server.port)"])
            #expect(outcome.status == 0, "\(outcome.complaints)")
        }
    }

    private static let validator = """
        import json, sys, jsonschema
        given = json.load(sys.stdin)
        jsonschema.Draft202012Validator.check_schema(given["schema"])
        validator = jsonschema.Draft202012Validator(given["schema"])
        print(json.dumps([validator.is_valid(chart) for chart in given["charts"]]))
        """

    /// Charts that are as they should be, and some that have one thing wrong.
    private static let charts = [
        #"{"data":[{"m":"a","v":1}],"marks":[{"mark":"bar","x":"m","y":["v"]}],"limit":1,"sort":"-x"}"#,
        #"{"data":{"m":["a"],"v":[1]},"marks":[{"mark":"bar","x":{"field":"m","type":"nominal"},"y":{"field":"v","aggregate":"median"}}]}"#,
        #"{"data":[{"m":"a","v":1}],"marks":[{"mark":"bars","x":"m"}]}"#, #"{"data":[{"m":"a","v":1}],"marks":[{"mark":"bar","z":"m"}]}"#,
        #"{"data":[{"m":"a","v":1}],"marks":[{"mark":"rule","value":"x"}]}"#, #"{"marks":[{"mark":"bar"}]}"#, #"{"data":[{"v":1}]}"#,
        #"{"data":[{"v":1}],"marks":[{"mark":"bar"}],"limit":0}"#, #"{"data":[{"v":1}],"marks":[{"mark":"bar"}],"limit":1.5}"#,
        #"{"data":[{"v":1}],"marks":[{"mark":"bar"}],"titel":"x"}"#, #"{"data":[{"v":1}],"marks":[{"mark":"bar"}],"title":3}"#,
        #"{"data":[{"v":[1]}],"marks":[{"mark":"bar"}]}"#, #"{"data":7,"marks":[{"mark":"bar"}]}"#,
        #"{"data":[{"v":1}],"marks":[{"mark":"bar"}],"y":{"scale":"sqrt"}}"#, #"{"data":[{"v":1}],"marks":[{"mark":"bar","stack":"yes"}]}"#,
        #"{"data":{"values":[{"v":1}]},"mark":"bar","encoding":{"y":{"field":"v","aggregate":"stdev"}}}"#,
        #"{"data":{"values":[{"m":"a","v":1}]},"mark":"bar","encoding":{"x":{"field":"m"},"y":{"field":"v","type":"quantitative"}}}"#,
    ]

    @Test func `the schema says of a chart what the server says of it`() async throws {
        try await TestServer.run { server in
            let schema = try await server.get("/schemas/chart.json")
            #expect(schema["Content-Type"] == "application/schema+json")
            let texts = Self.charts + ChartGrammar.examples.map { String(decoding: $0.bytes, as: UTF8.self) }
            let outcome = try await Self.run(
                Self.validator,
                on: ["schema": try schema.json(), "charts": try texts.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }])
            #expect(outcome.status == 0, "\(outcome.complaints)")
            let verdicts = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [Bool])
            #expect(verdicts.count == texts.count && verdicts.suffix(ChartGrammar.examples.count).allSatisfy { $0 })
            for (text, isValid) in zip(texts, verdicts) {
                let reply = try await server.send("POST", "/api/charts", body: text)
                #expect(
                    (reply.status == 200) == isValid && [200, 400].contains(reply.status), "\(text): \(isValid) \(reply.text.prefix(300))")
            }
        }
    }
}
