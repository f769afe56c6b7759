import Charts
import Drawing
import Testing

@testable import ChartSpecs

/// Points, and lines over numbers and times, in rows and in configurations of Chart.js.
@Suite struct PointSpecTests {
    private func chart(_ csv: String, _ mark: MarkSpec, _ change: (inout ChartSpec) -> Void = { _ in }) throws -> Chart {
        var spec = ChartSpec(data: try DataTable(csv: Array(csv.utf8)))
        spec.marks = [mark]
        change(&spec)
        return try spec.chart()
    }

    private func points(_ chart: Chart) throws -> Mark.Points {
        guard case .points(let points)? = chart.marks.first else { throw Missing() }
        return points
    }

    private func sized(_ column: String, _ mark: MarkSpec) -> MarkSpec {
        var mark = mark
        mark.size = column
        return mark
    }

    private struct Missing: Error {}

    @Test func `numbers meet numbers, a name is what a point is called, and a size is an area`() throws {
        let chart = try chart("town,income,age,people\nA,10,70,3\nB,20.5,81,9\n", sized("people", MarkSpec(.point, y: ["age"])))
        let points = try points(chart)
        #expect(
            points.series.map(\.rows) == [
                [
                    .init(position: .number(10), value: 70, size: 3, name: "A"),
                    .init(position: .number(20.5), value: 81, size: 9, name: "B"),
                ]
            ])
        #expect(chart.x.title == "income" && chart.y.title == "age")
        #expect(points.sizing == .areas(Axis("people")))
    }

    @Test func `a column of colors makes series, and rows that lack a number are no points`() throws {
        let points = try points(chart("x,y,kind\n1,2,a\n,3,a\n2,,b\n3,4,b\n", MarkSpec(.point, x: "x", y: ["y"], color: "kind")))
        #expect(points.series.map(\.name) == ["a", "b"] && points.series.map(\.rows.count) == [1, 1])
    }

    @Test func `a size below zero is refused, and so is zero on a logarithmic axis`() throws {
        #expect(throws: SpecFaults.self) { try self.chart("x,y,s\n1,2,-1\n", sized("s", MarkSpec(.point, x: "x", y: ["y"]))) }
        do {
            _ = try chart("x,y\n0,2\n1,3\n", MarkSpec(.point, x: "x", y: ["y"])) { $0.x.isLogarithmic = true }
            Issue.record("has no place for 0")
        } catch let faults as SpecFaults {
            #expect(faults.faults.map(\.part) == ["log"])
        }
    }

    @Test func `lines stand over numbers in their order, and years have no groups`() throws {
        let chart = try chart("year,sales\n2021,3\n2019,1\n2020,2\n", MarkSpec(.line))
        guard case .line(let line)? = chart.marks.first else { throw Missing() }
        #expect(line.positions == [2019, 2020, 2021].map { .number($0) } && line.series[0].values == [1, 2, 3])
        #expect(chart.x.format.text(2019, in: .americanEnglish) == "2019")
    }

    @Test func `lines of several colors each have their own numbers`() throws {
        let chart = try chart("x,y,kind\n1,5,a\n2,6,b\n3,7,a\n4,8,b\n", MarkSpec(.line, x: "x", y: ["y"], color: "kind"))
        let positions = chart.marks.map { mark -> [Position] in if case .line(let line) = mark { line.positions } else { [] } }
        #expect(positions == [[.number(1), .number(3)], [.number(2), .number(4)]])
    }

    @Test(arguments: [
        ("2024-03-31T10:15:30Z", Position.time(1_711_880_130)), ("2024-03-31 10:15", .time(1_711_880_100)), ("2024-03-31", .day(19_813)),
        ("2024-03", .month(year: 2024, month: 3)),
    ])
    func `times are read to the second, and written as they are read`(text: String, position: Position) {
        #expect(DateText.position(text) == position)
        #expect(DateText.position(DateText.text(position)) == position)
    }

    @Test func `times that are all midnight are days`() {
        #expect(DateText.onOneAxis([.time(86_400), .day(2)]) == [.day(1), .day(2)])
        #expect(DateText.onOneAxis([.time(86_401), .day(2)]) == [.time(86_401), .time(172_800)])
        #expect(DateText.onOneAxis([.month(year: 1970, month: 2), .day(2)]) == [.day(31), .day(2)])
    }

    private func read(_ text: String) throws -> (chart: Chart, warnings: [String]) {
        var warnings: [String] = []
        let config = try ConfigValue(parsing: Array(text.utf8), warnings: &warnings)
        return (try ChartSpec(chartJS: config, warnings: &warnings).chart(), warnings)
    }

    @Test func `scatter and bubble are what they are, radii are in points`() throws {
        let (scatter, none) = try read(
            "{type:'scatter',data:{datasets:[{label:'a',data:[{x:1,y:2},{x:4,y:3}]},{label:'b',data:[{x:2,y:'5'}]}]}}")
        #expect(none.isEmpty, "\(none)")
        #expect(try points(scatter).series.map { $0.rows.map(\.position) } == [[.number(1), .number(4)], [.number(2)]])
        let (bubble, warnings) = try read(
            "{type:'bubble',data:{datasets:[{label:'a',data:[{x:1,y:2,r:5},{x:4,y:3,r:15}]}]},options:{scales:{xAxes:[{scaleLabel:{display:true,labelString:'Weight'}}]}}}"
        )
        #expect(warnings.isEmpty, "\(warnings)")
        #expect(try points(bubble).series[0].rows.map(\.size) == [5, 15] && points(bubble).sizing == .radii)
        #expect(bubble.x.title == "Weight")
    }

    @Test func `a line among points is a line, and points on an axis of time have their times`() throws {
        let (mixed, none) = try read(
            "{type:'scatter',data:{datasets:[{data:[{x:1,y:2},{x:4,y:3}]},{type:'line',label:'fit',data:[{x:0,y:1},{x:5,y:4}],borderColor:'red'}]}}"
        )
        #expect(none.isEmpty, "\(none)")
        guard case .line(let line)? = mixed.marks.first, case .points? = mixed.marks.last else { throw Missing() }
        #expect(line.positions == [.number(0), .number(5)] && line.series[0].color == .given(Color(0xFF0000)))
        let (times, warnings) = try read(
            "{type:'scatter',data:{datasets:[{data:[{x:'2024-03-31T10:15:30',y:2},{x:'2024-03-31T11:15:30',y:3}]}]},options:{scales:{x:{type:'time'}}}}"
        )
        #expect(warnings.isEmpty, "\(warnings)")
        #expect(try points(times).series[0].rows.map(\.position) == [.time(1_711_880_130), .time(1_711_883_730)])
    }
}
