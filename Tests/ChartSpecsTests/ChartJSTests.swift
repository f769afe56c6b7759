import Charts
import Drawing
import Testing

@testable import ChartSpecs

/// Configurations of Chart.js, read into specs.
@Suite struct ChartJSTests {
    private func read(_ text: String) throws -> (spec: ChartSpec, warnings: [String]) {
        var warnings: [String] = []
        let config = try ConfigValue(parsing: Array(text.utf8), warnings: &warnings)
        return (ChartSpec(chartJS: config, warnings: &warnings), warnings)
    }

    @Test(arguments: [
        "options: {scales: {yAxes: [{stacked: true, ticks: {min: 0, max: 90}, scaleLabel: {display: true, labelString: 'Units'}}]}, title: {display: true, text: 'Sold'}}",
        "options: {scales: {y: {stacked: true, min: 0, max: 90, title: {display: true, text: 'Units'}}}, plugins: {title: {display: true, text: 'Sold'}}}",
    ])
    func `both spellings of options mean the same`(options: String) throws {
        let (spec, warnings) = try read(
            "{type: 'bar', data: {labels: ['a', 'b'], datasets: [{label: 'x', data: [1, 2]}, {label: 'y', data: [3, 4]}]}, \(options)}")
        #expect(spec.title == "Sold" && spec.y.title == "Units" && spec.y.minimum == 0 && spec.y.maximum == 90)
        #expect(spec.marks.map(\.kind) == [.bar] && spec.marks[0].isStacked && spec.marks[0].y == ["x", "y"])
        #expect(warnings.isEmpty, "\(warnings)")
    }

    @Test func `lines stand before bars, and each on its own axis`() throws {
        let (spec, _) = try read(
            """
            {type:'bar',data:{labels:['a','b'],datasets:[{type:'line',label:'Share',yAxisID:'r',data:[0.1,0.4]},
            {label:'Sum',yAxisID:'l',data:[100,400]}]},options:{scales:{yAxes:[{id:'l',position:'left'},{id:'r',position:'right'}]}}}
            """)
        #expect(spec.marks.map(\.kind) == [.bar, .line] && spec.marks.map(\.axis) == [.y, .y2])
    }

    @Test func `colors that were chosen are kept, one for all or one for each`() throws {
        let (spec, warnings) = try read(
            "{type:'pie',data:{labels:['a','b'],datasets:[{data:[1,2],backgroundColor:['red','rgba(0,0,255,0.5)']}]}}")
        #expect(spec.marks[0].colors == [[Color(0xFF0000), Color(red: 0, green: 0, blue: 255, alpha: 128)]])
        #expect(warnings.isEmpty)
        guard case .arc(let arc)? = try spec.chart().marks.first else { return #expect(Bool(false)) }
        #expect(arc.rows.map(\.color) == spec.marks[0].colors[0].map { .given($0) })
    }

    @Test func `slices stay in the order of the data, however many they are`() throws {
        let names = (1...12).map { "'n\($0)'" }.joined(separator: ",")
        let (spec, warnings) = try read(
            "{type:'doughnut',data:{labels:[\(names)],datasets:[{data:[1,9,2,8,3,7,4,6,5,1,2,3]}]}}")
        #expect(spec.sort == .given && warnings.isEmpty, "\(warnings)")
        guard case .arc(let arc)? = try spec.chart().marks.first else { return #expect(Bool(false)) }
        #expect(arc.order == .given && arc.rows.map(\.value) == [1, 9, 2, 8, 3, 7, 4, 6, 5, 1, 2, 3])
    }

    @Test func `a pale fill stays pale, with an edge where one is told`() throws {
        let pale = Color(red: 54, green: 162, blue: 235, alpha: 51)
        let looks = "backgroundColor:'rgba(54,162,235,0.2)',borderColor:'rgb(54,162,235)'"
        func color(_ more: String, type: String = "bar") throws -> (MarkColor?, [String]) {
            let (spec, warnings) = try read("{type:'\(type)',data:{labels:['a','b'],datasets:[{data:[1,2],\(looks)\(more)}]}}")
            switch try spec.chart().marks.first {
            case .bar(let bar)?: return (bar.rows.first?.color, warnings)
            case .line(let line)?: return (line.series.first?.color, warnings)
            default: return (nil, warnings)
            }
        }
        #expect(try color("") == (.given(pale), []))
        let edge = Stroke(Color(0x36A2EB), width: 2)
        #expect(try color(",borderWidth:2") == (.outlined(pale, edge: edge), []))
        #expect(try color(",borderWidth:'thick'") == (.given(pale), []))
        #expect(try color(",borderWidth:2", type: "line") == (.given(Color(0x36A2EB)), []))
    }

    @Test(arguments: [
        ("(v) => '$' + v", "$1,234", "$1234"), ("function(value) { return value.toLocaleString() + ' km'; }", "1,234 km", "1,234 km"),
        ("v => `${v}%`", "1,234%", "1234%"), ("(v) => { if (v > 1000) { return v } return v }", "1,234", "1234"),
    ])
    func `a formatter that writes all numbers alike is a format`(function: String, _: String, text: String) throws {
        let (spec, warnings) = try read(
            "{type:'bar',data:{labels:['a'],datasets:[{data:[1234]}]},options:{scales:{y:{ticks:{callback:\(function)}}}}}")
        let format = try #require(spec.y.format, "\(warnings)")
        #expect(format.format(for: [1_234]).text(1_234, in: .americanEnglish) == text)
    }

    @Test(
        arguments: [
            ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("2 ** 3", 8), ("7 % 4", 3), ("Math.max(1, 5, 3)", 5), ("[1,2,3].map(x => x * 2)[2]", 6),
            ("'abc'.length", 3), ("true ? 4 : 5", 4), ("null ?? 6", 6), ("[3,4].reduce((a, b) => a + b, 0)", 7),
        ] as [(String, Double)])
    func `expressions come to their values`(text: String, value: Double) throws {
        let config = try ConfigValue(parsing: Array("{a: \(text)}".utf8))
        #expect(config["a"] == .number(value), "\(text): \(String(describing: config["a"]))")
    }

    @Test(arguments: [
        "(() => { return [1,2,3,4,5,6,7,8,9,10].map(a => [1,2,3,4,5,6,7,8,9,10].map(b => [1,2,3,4,5,6,7,8,9,10].map(c => [1,2,3,4,5,6,7,8,9,10].map(d => [1,2,3,4,5,6,7,8,9,10].map(e => 1))))) })()",
        "(f => f(f))(f => f(f))", "'x'.repeat(100000000)", "eval('1')", "process.exit()", "require('fs')", "fetch('http://127.0.0.1')",
    ])
    func `an expression that goes on, or wants out, is left out and named`(text: String) throws {
        let (spec, warnings) = try read("{type: 'bar', data: {labels: [\(text)], datasets: [{data: [1]}]}}")
        #expect(!warnings.isEmpty && spec.marks.count == 1)
    }

    @Test func `lines across the plot keep their words`() throws {
        let (spec, _) = try read(
            """
            {type:'line',data:{labels:['a','b'],datasets:[{data:[1,5]}]},options:{plugins:{annotation:{annotations:{
            goal:{type:'line',yMin:4,yMax:4,label:{content:'Goal'}},box:{type:'box',xMin:0}}}}}}
            """)
        #expect(spec.rules.map(\.value) == [4] && spec.rules.map(\.label) == ["Goal"])
    }
}
