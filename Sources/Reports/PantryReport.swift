public import Charts
import Purchases
import Recommendations

/// What is probably still at home, and when it runs out.
public struct PantryReport: Report {
    private let outlook: Outlook
    private let pantry: Pantry

    init(_ outlook: Outlook) {
        self.outlook = outlook
        pantry = Pantry(of: outlook.history, among: outlook.everyone, categories: outlook.subject.filter.categories)
    }

    public var json: JSON {
        [
            "user_id": .optional(outlook.subject.name, JSON.string),
            "as_of": .date(outlook.today),
            "pantry": .array(
                pantry.rows.map { row in
                    [
                        "item": .string(row.item), "category": .string(row.category), "last_purchased": .date(row.lastPurchased),
                        "typical_interval_days": .number(row.typicalInterval), "runs_out": .date(row.runsOut),
                        "days_left": .integer(row.daysLeft), "share_left": .number(row.shareLeft),
                    ]
                }
            ),
            "count": .integer(pantry.rows.count),
        ]
    }

    public var table: Table {
        Table(
            columns: ["item", "category", "last_purchased", "typical_interval_days", "runs_out", "days_left", "share_left"],
            rows: pantry.rows.map { row in
                [
                    .text(row.item), .text(row.category), .date(row.lastPurchased), .number(row.typicalInterval), .date(row.runsOut),
                    .integer(row.daysLeft), .number(row.shareLeft),
                ]
            }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let rows = pantry.rows.map { row in
            DueTimeline.Row(
                item: row.item, note: NumberFormat.wholePercent(row.shareLeft, in: locale), day: row.runsOut)
        }
        return DueTimeline(rows: rows, outlook: outlook).chart(
            locale.phrase(
                "Probably still at home", de: "Wahrscheinlich noch zu Hause", fr: "Sans doute encore à la maison",
                es: "Probablemente aún en casa"),
            footnote: "", presentation
        )
    }
}
