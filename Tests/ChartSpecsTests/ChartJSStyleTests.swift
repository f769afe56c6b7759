import Charts
import Drawing
import Testing

@testable import ChartSpecs

/// How lines, points and axes look in configurations of Chart.js.
@Suite struct ChartJSStyleTests {
    private func read(_ text: String) throws -> (spec: ChartSpec, warnings: [String]) {
        var warnings: [String] = []
        let config = try ConfigValue(parsing: Array(text.utf8), warnings: &warnings)
        return (ChartSpec(chartJS: config, warnings: &warnings), warnings)
    }

    private func style(_ looks: String, options: String = "{}") throws -> (MarkStyle, [String]) {
        let (spec, warnings) = try read(
            "{type:'line',data:{labels:['a','b','c'],datasets:[{label:'s',data:[1,4,2],borderColor:'#102030'\(looks)}]},options:\(options)}"
        )
        return (spec.marks[0].style(0), warnings)
    }

    @Test(
        arguments: [
            (",lineTension:0.3", MarkStyle(curve: .smooth(tension: 0.3))), (",tension:0", MarkStyle(curve: .straight)),
            (",cubicInterpolationMode:'monotone',tension:0.4", MarkStyle(curve: .monotone)),
            (",steppedLine:true", MarkStyle(curve: .stepAfter)), (",stepped:'before'", MarkStyle(curve: .stepAfter)),
            (",stepped:'after'", MarkStyle(curve: .stepBefore)), (",stepped:'middle'", MarkStyle(curve: .step)),
            (",bezierCurve:true", MarkStyle(curve: .smooth(tension: 0.4))),
            (",borderWidth:5,borderDash:[4,2]", MarkStyle(width: 5, dashes: [4, 2])),
            (",borderDash:[0,0]", MarkStyle()), (",showLine:false", MarkStyle(width: 0)), (",spanGaps:true", MarkStyle(spansGaps: true)),
            (",pointRadius:0", MarkStyle(points: PointStyle(radii: [0]))),
            (
                ",pointStyle:'rectRot',pointRadius:[1,2,6],pointBackgroundColor:'red',pointBorderColor:'white',pointBorderWidth:2",
                MarkStyle(
                    points: PointStyle(
                        radii: [1, 2, 6], shape: .diamond, colors: [Color(0xFF0000)], edges: [Color(0xFFFFFF)], edgeWidth: 2))
            ),
            (",fill:true,backgroundColor:'#abcdef'", MarkStyle(fill: .init(Color(0xABCDEF)))),
            (",fill:'start',backgroundColor:'#abcdef'", MarkStyle(fill: .init(Color(0xABCDEF), to: .low))),
            (",fill:{value:2},backgroundColor:'#abcdef'", MarkStyle(fill: .init(Color(0xABCDEF), to: .value(2)))),
            (",fill:true", MarkStyle(fill: .init(Color(red: 0x10, green: 0x20, blue: 0x30, alpha: 63)))),
            (",fill:false,pointHoverRadius:9,pointHitRadius:4", MarkStyle()),
        ] as [(String, MarkStyle)])
    func `a line looks as its dataset says`(looks: String, style: MarkStyle) throws {
        let (read, warnings) = try self.style(looks)
        #expect(read == style)
        #expect(warnings.isEmpty, "\(warnings)")
    }

    @Test func `what is said of all elements holds for a dataset that says nothing`() throws {
        let elements = "{elements:{line:{tension:0.2,borderWidth:3},point:{radius:0}}}"
        #expect(try style("", options: elements).0 == MarkStyle(width: 3, curve: .smooth(tension: 0.2), points: PointStyle(radii: [0])))
        #expect(try style(",tension:0.5,pointRadius:4", options: elements).0.curve == .smooth(tension: 0.5))
    }

    @Test func `a fill goes to another dataset, by its number or from this one on`() throws {
        func bases(_ first: String, _ second: String) throws -> [MarkStyle.Fill.Base?] {
            let (spec, _) = try read(
                """
                {type:'line',data:{labels:['a','b'],datasets:[{type:'bar',data:[1,2]},{data:[1,2],fill:\(first),backgroundColor:'red'},
                {data:[3,4],fill:\(second),backgroundColor:'red'}]}}
                """)
            _ = try spec.chart()
            let line = try #require(spec.marks.first { $0.kind == .line })
            return (0..<2).map { line.style($0).fill?.base }
        }
        #expect(try bases("2", "'-1'") == [.series(1), .series(0)])
        #expect(try bases("'+1'", "false") == [.series(1), nil])
        // A line cannot be filled to bars, nor to itself.
        #expect(try bases("0", "2") == [nil, nil])
    }

    @Test func `axes, legends and the room around them are as they were chosen`() throws {
        for options in [
            "{legend:{display:false},layout:{padding:{top:30}},scales:{xAxes:[{display:false}],yAxes:[{gridLines:{display:false},ticks:{stepSize:20,maxTicksLimit:4,beginAtZero:true}}]}}",
            "{plugins:{legend:false},layout:{padding:{top:30}},scales:{x:{display:false},y:{grid:{display:false},beginAtZero:true,ticks:{stepSize:20,maxTicksLimit:4}}}}",
        ] {
            let (spec, warnings) = try read("{type:'line',data:{labels:['a','b'],datasets:[{data:[30,70]}]},options:\(options)}")
            #expect(warnings.isEmpty, "\(warnings)")
            #expect(!spec.hasLegend && spec.padding == Chart.Padding(top: 30) && !spec.x.hasLabels)
            #expect(spec.y.hasLabels && !spec.y.hasGrid && spec.y.step == 20 && spec.y.mostLabels == 4 && spec.y.includesZero == true)
            let chart = try spec.chart()
            #expect(!chart.hasLegend && chart.padding.top == 30 && !chart.x.hasLabels && chart.y.step == 20)
        }
    }

    @Test func `lines on one another are areas, on the axis of values that says so`() throws {
        func kinds(_ scales: String, _ fill: String = "true") throws -> [MarkSpec.Kind] {
            let (spec, _) = try read(
                "{type:'line',data:{labels:['a','b'],datasets:[{data:[1,2],fill:\(fill)},{data:[3,4],fill:\(fill)}]},options:{scales:\(scales)}}"
            )
            return spec.marks.map(\.kind)
        }
        #expect(try kinds("{y:{stacked:true}}") == [.area])
        #expect(try kinds("{x:{stacked:true}}") == [.line])
    }

    @Test(
        arguments: [
            ("{}", ValueLabels(place: .center)),
            ("{anchor:'end',align:'top',color:'#fff',font:{size:14}}", ValueLabels(color: Color(0xFFFFFF), size: 14)),
            ("{anchor:'end',align:'start',backgroundColor:'red'}", ValueLabels(place: .end, background: Color(0xFF0000))),
            ("{anchor:'start'}", ValueLabels(place: .start)), ("{anchor:'end',align:-90}", ValueLabels()), ("{display:'false'}", nil),
            ("false", nil),
            (
                "{anchor:'end',align:'end',formatter:(v,c)=>c.dataset.label+' '+v+' '+c.chart.data.labels[c.dataIndex]}",
                ValueLabels(texts: ["s 7 a", "s 9 b"])
            ),
            ("{anchor:'end',align:'end',formatter:v=>v>8?v+' kg':null}", ValueLabels(texts: ["", "9 kg"])),
        ] as [(String, ValueLabels?)])
    func `labels stand where they were put, and say what they were told`(plugin: String, labels: ValueLabels?) throws {
        let (spec, warnings) = try read(
            "{type:'bar',data:{labels:['a','b'],datasets:[{label:'s',data:[7,9]}]},options:{plugins:{datalabels:\(plugin)}}}")
        #expect(spec.marks[0].style(0).labels == labels)
        #expect(warnings.isEmpty, "\(warnings)")
        guard case .bar(let bar)? = try spec.chart().marks.first else { return #expect(Bool(false)) }
        #expect(bar.labels == labels)
    }

    @Test func `a ring has the hole and the words that were chosen`() throws {
        let (spec, warnings) = try read(
            """
            {type:'doughnut',data:{labels:['a','b'],datasets:[{data:[7,9],borderWidth:0}]},options:{cutoutPercentage:80,legend:{display:false},
            plugins:{datalabels:{display:false},doughnutlabel:{labels:[{text:16},{text:'in all'}]}}}}
            """)
        #expect(warnings.isEmpty, "\(warnings)")
        guard case .arc(let arc)? = try spec.chart().marks.first else { return #expect(Bool(false)) }
        #expect(arc.hole == 0.8 && arc.center == ["16", "in all"] && !arc.hasValues && arc.separation == 0 && arc.shape == .ring)
        #expect(try ChartGrammar(try ConfigValue(parsing: Array(spec.json.bytes))).spec.chart() == spec.chart())
        let (full, _) = try read("{type:'doughnut',data:{labels:['a'],datasets:[{data:[7]}]},options:{cutout:'0%'}}")
        #expect(full.marks[0].kind == .pie)
    }

    @Test func `a spec with looks of its own is read as the same from its JSON`() throws {
        let (spec, _) = try read(
            """
            {type:'line',data:{labels:['a','b','c'],datasets:[{label:'s',data:[1,4,2],tension:0.3,borderDash:[3,1],fill:'+1',backgroundColor:'#12345678',
            pointStyle:['star'],pointRadius:[1,2,3]},{label:'t',data:[2,5,3],stepped:'middle',borderWidth:0.5,fill:{value:-3},spanGaps:true,datalabels:{color:'red',formatter:v=>'x'+v}}]},
            options:{layout:{padding:12},plugins:{legend:{display:false}},scales:{x:{ticks:{maxTicksLimit:2}},y:{min:-5,ticks:{stepSize:2,display:false},grid:{display:false}}}}}
            """)
        let again = try ChartGrammar(try ConfigValue(parsing: Array(spec.json.bytes))).spec
        #expect(again.json.bytes == spec.json.bytes)
        #expect(try again.chart() == spec.chart())
    }
}
