extension ChartGrammar {
    /// The JSON Schema (2020-12) of what is read, made by what reads it.
    public static var schema: ConfigValue {
        var places = FaultPlaces()
        let own = MemberReader.schema { reader in
            _ = reader.chartSpec(&places)
            _ = reader.picture()
        }
        let vega = MemberReader.schema(isOpen: true) { reader in
            var vega = VegaReader()
            _ = vega.spec(&reader, &places)
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A chart",
            "description": "What POST /api/charts takes: the grammar of this service, or a view of Vega-Lite.",
            "anyOf": [
                own.with("required", ["data", "marks"]).with("title", "The grammar"),
                vega.with("required", ["data"]).with("title", "Vega-Lite")
                    .with("anyOf", [["required": ["mark"]], ["required": ["layer"]], ["required": ["spec"]]]),
            ],
            "examples": .array(examples),
        ]
    }

    /// Charts that are read as they stand.
    public static let examples: [ConfigValue] = [
        [
            "title": "Sales by month",
            "data": [["month": "2026-01", "sales": 120], ["month": "2026-02", "sales": 140], ["month": "2026-03", "sales": 90]],
            "marks": [["mark": "bar", "x": "month", "y": "sales"], ["mark": "rule", "value": 110, "label": "Target"]],
            "y": ["format": "$"],
        ],
        [
            "title": "Visits and their length",
            "data": [["day", "visits", "minutes"], ["Mon", 320, 3.5], ["Tue", 280, 4.25], ["Wed", 350, 3]],
            "marks": [
                ["mark": "bar", "x": "day", "y": "visits"], ["mark": "line", "x": "day", "y": "minutes", "axis": "y2"],
            ],
            "y2": ["title": "Minutes", "format": "0.0"], "width": 600, "height": 300, "theme": "dark",
        ],
        [
            "title": "Orders by region",
            "data": [
                ["quarter": "Q1", "region": "North", "orders": 12], ["quarter": "Q1", "region": "South", "orders": 9],
                ["quarter": "Q2", "region": "North", "orders": 15], ["quarter": "Q2", "region": "South", "orders": 11],
            ],
            "marks": [
                ["mark": "bar", "x": "quarter", "y": ["field": "orders", "aggregate": "sum"], "color": "region", "stack": true]
            ],
            "palette": ["#2149b5", "orange"],
        ],
        [
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "data": [
                "values": [
                    ["category": "A", "amount": 28], ["category": "B", "amount": 55], ["category": "A", "amount": 43],
                    ["category": "C", "amount": 91],
                ]
            ],
            "mark": "bar",
            "encoding": [
                "y": ["field": "category", "type": "nominal", "sort": "-x"],
                "x": ["aggregate": "mean", "field": "amount", "type": "quantitative", "title": "Mean amount"],
            ],
        ],
        [
            "data": [
                "values": [
                    ["date": "2026-01-01", "price": 10], ["date": "2026-01-02", "price": 12], ["date": "2026-01-03", "price": 11],
                ]
            ],
            "encoding": [
                "x": ["field": "date", "type": "temporal"], "y": ["field": "price", "type": "quantitative", "axis": ["format": "$.2f"]],
            ],
            "layer": [["mark": "line"], ["mark": "rule", "encoding": ["y": ["datum": 11.5]]]],
        ],
    ]
}
