/// A chart that the page for charts begins with, to be changed.
struct ChartExample {
    let name: String
    let text: String
    var fields: [String: String] = [:]

    static let all = [
        ChartExample(
            name: "bars", text: "month,sold\nJan,120\nFeb,140\nMar,90\nApr,165\n", fields: ["mark": "bar", "title": "Sold by month"]),
        ChartExample(
            name: "lines",
            text: "month,sales,costs\n2024-01,1240,980\n2024-02,1310,1005\n2024-03,1180,990\n2024-04,1420,1010\n2024-05,1530,1080\n",
            fields: ["mark": "line", "title": "Sales and costs", "format": "$"]),
        ChartExample(
            name: "stack",
            text: "quarter,shop,web,phone\nQ1,40,22,8\nQ2,38,29,7\nQ3,41,35,5\nQ4,52,48,4\n", fields: ["mark": "bar", "stack": "1"]),
        ChartExample(
            name: "donut", text: "answer,people\nYes,61\nNo,27\nNot sure,12\n", fields: ["mark": "donut", "title": "Would you come again?"]),
        ChartExample(
            name: "histogram", text: "minutes\n3\n5\n8\n4\n6\n7\n5\n12\n9\n6\n5\n4\n8\n15\n6\n7\n", fields: ["mark": "hist"]),
        ChartExample(
            name: "series",
            text:
                "day,city,degrees\n2024-07-01,Oslo,19\n2024-07-01,Rome,31\n2024-07-02,Oslo,22\n2024-07-02,Rome,33\n2024-07-03,Oslo,17\n2024-07-03,Rome,30\n",
            fields: ["mark": "line", "color": "city"]),
        ChartExample(
            name: "chart.js",
            text: """
                {
                  type: 'bar',
                  data: {
                    labels: ['Q1', 'Q2', 'Q3', 'Q4'],
                    datasets: [
                      { label: 'Sold', data: [50, 60, 70, 180], backgroundColor: '#2149b5' },
                      { label: 'Target', type: 'line', data: [60, 65, 75, 150], borderColor: '#b25e09' }
                    ]
                  },
                  options: { scales: { y: { ticks: { callback: (v) => v + ' t' } } } }
                }
                """),
    ]
}
