import Analytics
import Charts
import Drawing
import Purchases
import Reports

/// A picture that other programs have drawn of the same numbers.
struct Fixture: Sendable {
    let name: String
    /// What the best of them needed at 1x and at 2x, 800 by 400 points.
    let peers: [Peers]
    /// Draws up the scene from the numbers: what is timed as layout.
    let scene: @Sendable (any TextMeasurer) throws -> Scene

    /// The least time, in milliseconds of one thread, and the fewest bytes that any other program needed for a picture.
    struct Peers: Sendable {
        var time: Double
        var bytes: Double
        /// The time of a program in C that only draws, and deflates a palette with libdeflate at its fastest level.
        var limit: Double
        /// The same with a Deflate of its own that looks for matches at two distances only.
        var ownLimit: Double
        /// The time of the same program with Cairo's own encoder: what tells how fast a machine is at this work.
        var cairo: Double
    }

    static let size = Size(width: 800, height: 400)

    /// Measured with the programs' newest versions on two cores of an AMD EPYC at 2.4 GHz; only those that draw the same picture count.
    static let all: [Fixture] = [
        Fixture(
            name: "C1 donut",
            peers: [
                Peers(time: 15.1, bytes: 30_000, limit: 2.20, ownLimit: 1.42, cairo: 14.1),
                Peers(time: 51.7, bytes: 72_500, limit: 7.36, ownLimit: 4.76, cairo: 58.5),
            ]
        ) { text in
            try chart(
                "Spending by category, 2025",
                .donut(Array(categories.enumerated()), name: \.element.name, value: \.element.value, color: { .categorical($0.offset) }),
                text
            )
        },
        Fixture(
            name: "C2 bars",
            peers: [
                Peers(time: 14.0, bytes: 14_200, limit: 1.10, ownLimit: 0.24, cairo: 11.2),
                Peers(time: 50.3, bytes: 42_900, limit: 4.64, ownLimit: 1.19, cairo: 44.9),
            ]
        ) { text in
            try chart(
                "Monthly spending, 2025",
                .bar(Array(monthlyTotals.enumerated()), position: { .month(year: 2025, month: $0.offset + 1) }, value: \.element), text
            )
        },
        Fixture(
            name: "C3 histogram",
            peers: [
                Peers(time: 17.2, bytes: 13_500, limit: 1.29, ownLimit: 0.28, cairo: 11.3),
                Peers(time: 74.4, bytes: 31_100, limit: 4.67, ownLimit: 0.79, cairo: 53.0),
            ]
        ) { text in
            let report = Question.amountDistribution(of: .item, bins: 20).report(on: Subject(user: shopper), from: purchases)
            return try report.chart(Presentation()).scene(size: size, theme: .light, measuring: text)
        },
        Fixture(
            name: "C4 lines",
            peers: [
                Peers(time: 19.3, bytes: 42_600, limit: 3.11, ownLimit: 2.38, cairo: 16.0),
                Peers(time: 61.7, bytes: 96_800, limit: 9.06, ownLimit: 5.51, cairo: 55.8),
            ]
        ) { text in
            let months = (1...12).map { Position.month(year: 2025, month: $0) }
            return try chart("Spending by category and month, 2025", .line(Mark.Line(positions: months, series: lines)), text)
        },
        Fixture(
            name: "C5 items",
            peers: [
                Peers(time: 17.0, bytes: 24_400, limit: 1.33, ownLimit: 0.41, cairo: 11.9),
                Peers(time: 58.7, bytes: 69_500, limit: 5.16, ownLimit: 1.26, cairo: 49.4),
            ]
        ) { text in
            try chart(
                "Top 10 products by purchases", .bar(products, .horizontal, position: { .name($0.name) }, value: \.value), text,
                format: .count
            )
        },
    ]

    private static func chart(
        _ title: String, _ mark: Mark, _ text: any TextMeasurer, format: NumberFormat = .currency(.usDollar)
    ) throws -> Scene {
        try Chart(title, y: Axis("spent", format: format), marks: [mark]).scene(size: size, theme: .light, measuring: text)
    }

    private static let shopper = UserID(rawValue: "U1")

    private static let purchases = amounts.enumerated().map { index, amount in
        Purchase(
            user: shopper, order: OrderID(rawValue: String(index)), date: CalendarDate(dayNumber: 20_089 + index / 14), itemName: "Item",
            basePrice: UnitPrice(hundredths: amount), totalPrice: Money(hundredths: amount)
        )
    }
}
