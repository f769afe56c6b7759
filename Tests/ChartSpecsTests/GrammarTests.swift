import Charts
import Drawing
import Testing

@testable import ChartSpecs

/// The grammar for programs, and the views of Vega-Lite that it takes as they are.
@Suite struct GrammarTests {
    private static func grammar(_ text: String) throws -> ChartGrammar { try ChartGrammar(try ConfigValue(parsing: Array(text.utf8))) }

    private static func faults(_ text: String) throws -> [String] {
        let json = try ConfigValue(parsing: Array(text.utf8))
        do throws(SpecFaults) {
            _ = try ChartGrammar(json)
            return []
        } catch {
            return error.faults.map { "\($0.part) \($0.reason)" }
        }
    }

    @Test(arguments: ChartGrammar.examples.indices)
    func `an example is read without a warning, and its normalised form is read as the same again`(index: Int) throws {
        let grammar = try ChartGrammar(ChartGrammar.examples[index])
        #expect(grammar.warnings == [])
        let again = try ChartGrammar(try ConfigValue(parsing: grammar.spec.json.bytes))
        #expect(again.spec == grammar.spec)
        #expect(again.spec.json.bytes == grammar.spec.json.bytes)
    }

    @Test(arguments: [
        #"{"data":[["n","v"],["01",1],["02",2]],"marks":[{"mark":"bar","x":{"field":"n","type":"nominal"},"y":"v"}]}"#,
        #"{"data":[{"a":"2024-01","b":null,"c":"x"},{"a":"2024-03","b":"1,5","c":"-"}],"marks":[{"mark":"line","y":"b"}],"locale":"de-DE"}"#,
        #"{"data":[{"n":"a","v":40},{"n":"b","v":55},{"n":"c","v":60}],"marks":[{"mark":"radar","x":"n","y":"v","fill":true}]}"#,
        #"{"data":[{"n":"a","v":40}],"marks":[{"mark":"gauge","y":"v","ring":true,"bands":[{"to":50,"color":"red"},{"to":100}]}]}"#,
        #"{"data":[{"a":1,"b":2,"s":3},{"a":10,"b":4,"s":5}],"marks":[{"mark":"point","x":"a","y":"b","size":"s"}],"x":{"scale":"log"}}"#,
        #"{"data":[{"a":1,"b":2,"s":3}],"marks":[{"mark":"point","x":"a","y":"b","radius":"s"},{"mark":"line","x":"a","y":"s","spanGaps":true}]}"#,
        #"{"data":{"n":[],"v":[]},"marks":[{"mark":"bar","x":"n","y":"v"}]}"#,
        ##"{"data":[{"a":true,"v":-0.1},{"a":"é\"\\","v":1e-7}],"marks":[{"mark":"bar","y":"v","colors":["red",["#12345678"]]}],"sort":"-y","limit":1}"##,
    ])
    func `what is normalised stays as it is`(text: String) throws {
        let first = try Self.grammar(text).spec
        let again = try ChartGrammar(try ConfigValue(parsing: first.json.bytes)).spec
        #expect(again == first)
    }

    @Test func `everything that is wrong is said at once, with its place`() throws {
        let faults = try Self.faults(
            #"{"titl":"x","data":[{"m":"Jan","v":1}],"marks":[{"mark":"bra","x":"m"},{"mark":"rule"},{"mark":"bar","stack":1,"a/b":2}],"y":{"min":3,"max":2,"format":"?"},"limit":0}"#
        )
        for word in [
            "/titl is not known here; did you mean 'title'?", "/marks/0/mark ", "/marks/1/value is missing", "/marks/2/stack ",
            "/marks/2/a~1b ", "/y/max ", "/y/format ", "/limit ",
        ] {
            #expect(faults.contains { $0.hasPrefix(word) }, "\(word): \(faults)")
        }
    }

    @Test(arguments: [
        (#"{"data":[{"m":"Jan","v":1}],"marks":[{"mark":"bar","x":"m","y":"v"},{"mark":"line","x":"m","y":"w"}]}"#, "/marks/1/y "),
        (#"{"data":[{"m":"Jan","v":1}],"marks":[{"mark":"bar","x":"m","y":"m"}]}"#, "/marks/0/y "),
        (#"{"data":[{"m":"Jan","v":-1}],"marks":[{"mark":"pie","x":"m","y":"v"}]}"#, "/marks"),
        (#"{"data":[{"m":"Jan","v":5}],"marks":[{"mark":"bar","x":"m","y":"v"}],"y":{"max":3}}"#, "/y/max "),
        (#"{"data":[{"m":"Jan","v":5}],"marks":[{"mark":"bar","x":"m","y":"v"}],"facet":"q"}"#, "/facet "),
        (#"{"data":[{"m":"Jan","v":5}],"marks":[{"mark":"rule","value":1}]}"#, "/marks has nothing to draw"),
        (
            #"{"data":{"values":[{"m":"Jan","v":1}]},"mark":"bar","encoding":{"x":{"field":"m"},"y":{"field":"w","type":"quantitative"}}}"#,
            "/encoding/y/field "
        ),
        (#"{"data":{"url":"https://example.org/a.csv"},"mark":"bar","encoding":{"y":{"field":"v","type":"quantitative"}}}"#, "/data/url "),
        (#"{"data":{"values":[]},"mark":"bar","transform":[{"filter":"true"}],"encoding":{}}"#, "/transform "),
        (#"{"data":{"values":[]},"mark":"bar","encoding":{"y":{"field":"v","aggregate":"stdev"}}}"#, "/encoding/y/aggregate "),
        (#"[1]"#, " is a list"), (#"{}"#, "/data is missing"),
    ])
    func `what does not fit the data is said with its place`(text: String, place: String) throws {
        let faults = try Self.faults(text)
        #expect(faults.contains { $0.hasPrefix(place) }, "\(faults)")
    }

    private static let rows = #"{"values":[{"c":"B","d":"2024-01-01","v":3,"k":"x"},{"c":"A","d":"2024-01-02","v":5,"k":"y"}]}"#

    @Test func `a view of Vega-Lite is drawn as it says`() throws {
        func spec(_ rest: String) throws -> ChartSpec { try Self.grammar(#"{"data":\#(Self.rows),\#(rest)}"#).spec }
        let bars = try spec(#""mark":"bar","encoding":{"x":{"field":"c","type":"nominal"},"y":{"field":"v","type":"quantitative"}}"#)
        #expect(bars.marks == [MarkSpec(.bar, x: "c", y: ["v"])])
        // Names go by the alphabet there, unless told.
        #expect(bars.sort == .x)
        let kept = try spec(
            #""mark":"bar","encoding":{"x":{"field":"c","type":"nominal","sort":null},"y":{"field":"v","type":"quantitative"}}"#)
        #expect(kept.sort == nil)
        let horizontal = try spec(
            #""mark":"bar","encoding":{"y":{"field":"c","sort":"-x"},"x":{"field":"v","aggregate":"average","title":"Mean"}}"#)
        var mark = MarkSpec(.bar, x: "c", y: ["v"], aggregate: .mean, isHorizontal: true)
        #expect(horizontal.marks == [mark] && horizontal.sort == .yDescending && horizontal.y.title == "Mean")
        let stacked = try spec(
            #""mark":"bar","encoding":{"x":{"field":"c"},"y":{"aggregate":"count"},"color":{"field":"k"}}"#)
        mark = MarkSpec(.bar, x: "c", y: [], color: "k", isStacked: true, aggregate: .count)
        #expect(stacked.marks == [mark])
        let ring = try spec(
            #""mark":{"type":"arc","innerRadius":40},"encoding":{"theta":{"field":"v","type":"quantitative"},"color":{"field":"c"}}"#)
        #expect(ring.marks == [MarkSpec(.donut, x: "c", y: ["v"], aggregate: .sum)])
        let bins = try spec(#""mark":"bar","encoding":{"x":{"field":"v","bin":true},"y":{"aggregate":"count"}}"#)
        #expect(bins.marks == [MarkSpec(.hist, y: ["v"])])
        let layers = try spec(
            #""encoding":{"x":{"field":"d","type":"temporal"}},"layer":[{"mark":"line","encoding":{"y":{"field":"v","type":"quantitative","scale":{"type":"log"}}}},{"mark":"rule","encoding":{"y":{"datum":4}}}]"#
        )
        #expect(layers.marks.map(\.kind) == [.line] && layers.rules == [RuleSpec(value: 4)] && layers.y.isLogarithmic)
        let facets = try spec(
            #""facet":{"field":"k"},"spec":{"mark":"line","encoding":{"x":{"field":"d","type":"temporal"},"y":{"field":"v","type":"quantitative"}}}"#
        )
        #expect(facets.facet == "k" && facets.marks.count == 1)
    }

    @Test func `what only looks otherwise is left out and named`() throws {
        let grammar = try Self.grammar(
            #"{"data":\#(Self.rows),"config":{},"width":"container","mark":{"type":"line","point":true},"encoding":{"x":{"field":"c","axis":{"labelAngle":0}},"y":{"field":"v","type":"quantitative","scale":{"zero":false}},"opacity":{"value":0.5},"tooltip":{"field":"v"}}}"#
        )
        for word in ["config", "width", "mark.point", "encoding.x.axis.labelAngle", "encoding.y.scale.zero", "encoding.opacity"] {
            #expect(grammar.warnings.contains { $0.hasPrefix("\(word): ") }, "\(word): \(grammar.warnings)")
        }
        #expect(!grammar.warnings.contains { $0.contains("tooltip") })
    }
}
