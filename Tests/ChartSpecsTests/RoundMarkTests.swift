import Charts
import Drawing
import Testing

@testable import ChartSpecs

/// Radars, polar areas, gauges and progress bars, from rows and from configurations of Chart.js.
@Suite struct RoundMarkTests {
    private func read(_ text: String) throws -> (mark: Mark?, warnings: [String]) {
        var warnings: [String] = []
        let config = try ConfigValue(parsing: Array(text.utf8), warnings: &warnings)
        let spec = ChartSpec(chartJS: config, warnings: &warnings)
        return (try spec.chart().marks.first, warnings)
    }

    private func mark(_ kind: MarkSpec.Kind, _ pairs: String, minimum: Double? = nil, maximum: Double? = nil) throws -> Mark? {
        var spec = ChartSpec(data: try DataTable(pairs: pairs, named: "value"))
        spec.marks = [MarkSpec(kind, x: "label", y: ["value"])]
        (spec.y.minimum, spec.y.maximum) = (minimum, maximum)
        return try spec.chart().marks.first
    }

    @Test func `a radar has all its datasets, filled in their colors with an outline in that of their border`() throws {
        let (mark, warnings) = try read(
            """
            {type:'radar',data:{labels:['a','b','c'],datasets:[{label:'X',data:[1,2,3],backgroundColor:'rgba(255,0,0,0.2)',borderColor:'red'},
            {label:'Y',data:[3,2,null],fill:false,borderColor:'blue',borderWidth:1}]}}
            """)
        guard case .radar(let radar)? = mark else { return #expect(Bool(false)) }
        #expect(warnings.isEmpty && radar.isFilled && radar.positions == ["a", "b", "c"].map { .name($0) })
        #expect(radar.series.map(\.values) == [[1, 2, 3], [3, 2, nil]])
        let red = Color(red: 255, green: 0, blue: 0, alpha: 51)
        #expect(radar.series[0].color == .outlined(red, edge: Stroke(Color(0xFF0000), width: 2)))
        #expect(radar.series[1].color == .outlined(.clear, edge: Stroke(Color(0x0000FF), width: 1)))
    }

    @Test func `a radar without colors has the theme's, and its sides from the scale`() throws {
        var warnings: [String] = []
        let config = try ConfigValue(
            parsing: Array("{type:'radar',data:{labels:['a','b'],datasets:[{data:[1,2]}]},options:{scale:{ticks:{min:0,max:5}}}}".utf8))
        let chart = try ChartSpec(chartJS: config, warnings: &warnings).chart()
        guard case .radar(let radar)? = chart.marks.first else { return #expect(Bool(false)) }
        #expect(radar.series.map(\.color) == [.accent] && chart.y.maximum == 5 && warnings.isEmpty, "\(warnings)")
    }

    @Test func `a polar area has its sectors in order and in their colors`() throws {
        let (mark, warnings) = try read(
            "{type:'polarArea',data:{labels:['a','b'],datasets:[{data:[11,16],backgroundColor:['red','#00f']}]}}")
        guard case .polarArea(let polar)? = mark else { return #expect(Bool(false)) }
        #expect(warnings.isEmpty && polar.rows.map(\.name) == ["a", "b"] && polar.rows.map(\.value) == [11, 16])
        #expect(polar.rows.map(\.color) == [.given(Color(0xFF0000)), .given(Color(0x0000FF))])
    }

    @Test func `a gauge has its value beside the ends of its bands`() throws {
        let (mark, warnings) = try read(
            "{type:'gauge',data:{datasets:[{value:50,minValue:10,data:[30,60,90],backgroundColor:['green','orange','red']}]}}")
        guard case .gauge(let gauge)? = mark else { return #expect(Bool(false)) }
        #expect(warnings.isEmpty && gauge.value == 50 && gauge.domain == 10...90 && gauge.shape == .halfRing, "\(warnings)")
        #expect(gauge.bands.map(\.end) == [30, 60, 90] && gauge.bands[1].color == .given(Color(0xFFA500)))
    }

    @Test func `a radial gauge goes all around, within the domain that is told`() throws {
        guard case .gauge(let gauge)? = try read("{type:'radialGauge',data:{datasets:[{data:[70],backgroundColor:'red'}]}}").mark else {
            return #expect(Bool(false))
        }
        #expect(gauge.value == 70 && gauge.domain == 0...100 && gauge.shape == .ring && gauge.color == .given(Color(0xFF0000)))
        let (other, warnings) = try read("{type:'radialGauge',data:{datasets:[{data:[7]}]},options:{domain:[0,20]}}")
        guard case .gauge(let ring)? = other else { return #expect(Bool(false)) }
        #expect(ring.domain == 0...20 && warnings.isEmpty, "\(warnings)")
    }

    @Test func `a progress bar takes its whole from a second dataset, and else is of a hundred`() throws {
        func whole(_ datasets: String) throws -> (Double, Double, [String]) {
            let (mark, warnings) = try read("{type:'progressBar',data:{datasets:[\(datasets)]}}")
            guard case .progress(let progress)? = mark else { return (-1, -1, warnings) }
            return (progress.value, progress.whole, warnings)
        }
        #expect(try whole("{data:[50]}") == (50, 100, []))
        #expect(try whole("{data:[50],backgroundColor:'green'},{data:[80]}") == (50, 80, []))
    }

    @Test(arguments: [
        "{type:'gauge',data:{datasets:[]}}", "{type:'gauge'}", "{type:'radialGauge',data:{datasets:[{data:['x']}]}}",
        "{type:'progressBar',data:{datasets:[{data:[]}]}}", "{type:'gauge',data:{datasets:[{value:1e300,data:[1]}]}}",
        "{type:'gauge',data:{datasets:[{value:5,minValue:9,data:[3]}]}}", "{type:'polarArea',data:{datasets:[{data:[-1,2]}]}}",
        "{type:'radar',data:{labels:[],datasets:[{data:[]}]}}", "{type:'radar'}",
        "{type:'progressBar',data:{datasets:[{data:[5]},{data:[-3]}]}}",
    ])
    func `what is odd is drawn as far as it goes`(config: String) throws {
        _ = try read(config)
    }

    @Test func `a value alone makes a gauge and a progress bar`() throws {
        guard case .gauge(let gauge)? = try mark(.gauge, "72"), case .progress(let progress)? = try mark(.progress, "Done:72") else {
            return #expect(Bool(false))
        }
        #expect(gauge.name.isEmpty && gauge.value == 72 && gauge.domain == 0...100 && gauge.bands.isEmpty)
        #expect(progress.name == "Done" && progress.value == 72 && progress.whole == 100)
    }

    @Test func `the ends of a gauge are those that were given, and round numbers beyond its value else`() throws {
        func domain(_ value: String, _ minimum: Double?, _ maximum: Double?) throws -> ClosedRange<Double>? {
            guard case .gauge(let gauge)? = try mark(.gauge, value, minimum: minimum, maximum: maximum) else { return nil }
            return gauge.domain
        }
        #expect(try domain("72", -50, 50) == -50...50)
        #expect(try domain("172", nil, nil) == 0...200)
        #expect(try domain("-7", nil, nil) == -8...100)
        #expect(throws: SpecFaults.self) { try mark(.gauge, "72", minimum: 500) }
        #expect(throws: SpecFaults.self) { try mark(.progress, "72", minimum: 5) }
        #expect(throws: SpecFaults.self) { try mark(.progress, "72", maximum: -5) }
        #expect(throws: SpecFaults.self) { try mark(.gauge, "1,2") }
        #expect(throws: SpecFaults.self) { try mark(.polar, "1,-2") }
    }

    @Test func `a radar has a column of values for each outline`() throws {
        var spec = ChartSpec(data: try DataTable(csv: Array("what,A,B\nSpeed,5,3\nRange,2,4\n".utf8)))
        spec.marks = [MarkSpec(.radar)]
        guard case .radar(let radar)? = try spec.chart().marks.first else { return #expect(Bool(false)) }
        #expect(radar.series.map(\.name) == ["A", "B"] && radar.positions == [.name("Speed"), .name("Range")] && !radar.isFilled)
    }
}
