import Reports

extension Insight {
    /// In a few words, what it says.
    var summary: String {
        switch self {
        case .metrics: "Key figures, and how they changed"
        case .spendingSummary: "Spending by category"
        case .monthlyTrends: "Spending by month"
        case .categoryTrends: "Spending by category and month"
        case .topItems: "The items bought most often, or for most money"
        case .amountDistribution: "How much items or orders cost"
        case .seasonalPatterns: "Spending by calendar month and weekday against the average"
        case .priceHistory: "What an item has cost"
        case .spendingChanges: "Why spending changed between two periods"
        case .recommendations: "What to buy next, and why"
        case .alerts: "What is probably bought within some days"
        case .pantry: "What is probably still at home"
        }
    }

    /// The JSON of the figures.
    var schema: Schema {
        switch self {
        case .metrics: .metrics
        case .spendingSummary:
            .insight([
                "total_spent": .money,
                "spending_summary": .array(
                    of: .object([
                        "category": .string, "total_spent": .money, "num_orders": .count, "num_items": .count, "units": .integer,
                        "share": .optional(.number),
                    ])),
            ])
        case .monthlyTrends:
            .insight([
                "monthly_trends": .array(
                    of: .object([
                        "month": .month, "total_spent": .money, "num_orders": .count, "num_items": .count,
                        "by_category": .dictionary(of: .money),
                    ]))
            ])
        case .categoryTrends:
            .insight([
                "months": .array(of: .month),
                "series": .array(of: .object(["category": .string, "values": .array(of: .money), "total": .money])),
            ])
        case .topItems:
            .insight([
                "top_items": .array(
                    of: .object([
                        "item_name": .string, "category": .string, "purchase_count": .count, "units": .integer, "total_spent": .money,
                        "average_price": .optional(.money), "last_purchased": .date,
                    ]))
            ])
        case .amountDistribution:
            .insight([
                "of": .choice(["item", "order"]),
                "bins": .array(of: .object(["from": .optional(.money), "to": .optional(.money), "count": .count])),
                "count": .count, "mean": .optional(.money), "median": .optional(.money), "p90": .optional(.money),
                "max": .optional(.money),
            ])
        case .seasonalPatterns: .seasonalPatterns
        case .priceHistory:
            .insight([
                "item_name": .string, "prices": .array(of: .object(["date": .date, "unit_price": .money])),
                "minimum": .optional(.money), "maximum": .optional(.money), "latest": .optional(.money), "change": .optional(.money),
            ])
        case .spendingChanges: .spendingChanges
        case .recommendations:
            .object([
                "user_id": .string, "recommendations": .array(of: .named("Recommendation")), "count": .count,
                "criteria": Schema(["type": "object"]),
            ])
        case .alerts:
            .object([
                "user_id": .string, "days": .count,
                "alerts": .array(
                    of: .object([
                        "item": .string, "category": .string, "probability": .fraction, "due_date": .date, "last_purchased": .date,
                        "avg_interval_days": .optional(.number), "recommendation_reason": .string,
                    ])),
            ])
        case .pantry:
            .object([
                "user_id": .string, "as_of": .date, "count": .count,
                "pantry": .array(
                    of: .object([
                        "item": .string, "category": .string, "last_purchased": .date, "typical_interval_days": .number, "runs_out": .date,
                        "days_left": .integer, "share_left": .fraction,
                    ])),
            ])
        }
    }
}

extension Schema {
    /// The figures about a shopper, within the filters that are repeated.
    fileprivate static func insight(_ figures: KeyValuePairs<String, Schema>) -> Schema {
        Schema(["allOf": [named("About").json, object(figures, optional: ["regions": named("Regions")]).json]])
    }

    fileprivate static let metrics = insight([
        "total_spending": .money,
        "purchase_frequency": .object([
            "orders": .count, "orders_per_month": .optional(.number), "mean_days_between_orders": .optional(.number),
        ]),
        "average_order_value": .optional(.money), "product_diversity": .count, "units": .integer, "items": .count,
        "top_category": .optional(.string),
        "category_distribution": .array(of: .object(["category": .string, "share": .optional(.number)])),
        "changes": .object(["previous_period": .optional(Schema(["type": "object"])), "year_ago": .optional(Schema(["type": "object"]))]),
    ])

    fileprivate static let seasonalPatterns: Schema = {
        let index: Schema = .array(of: .object(["category": .string, "month": .integer(in: 1...12), "index": .optional(.number)]))
        return insight([
            "by_calendar_month": .array(
                of: .object(["month": .integer(in: 1...12), "mean_spent": .optional(.money), "index": .optional(.number)])),
            "by_weekday": .array(
                of: .object([
                    "weekday": .integer(in: 1...7), "name": .string, "mean_spent": .optional(.money), "index": .optional(.number),
                ])),
            "category_index": index, "peaks": index,
        ])
    }()

    fileprivate static let spendingChanges: Schema = {
        let parts: KeyValuePairs<String, Schema> = [
            "price": .money, "quantity": .money, "mix": .money, "new": .money, "gone": .money, "refunds": .money,
        ]
        let period = Schema.object(["from": .date, "to": .date, "days": .count, "total_spent": .money])
        let row = Schema(["allOf": [object(["before": .money, "after": .money, "difference": .money]).json, object(parts).json]])
        let item = Schema.object(["item_name": .string, "category": .string])
        return insight([
            "compare": .string, "period": .optional(period), "compared_with": .optional(period), "difference": .optional(.money),
            "contributions": .optional(.object(parts)), "by_category": .array(of: row), "by_item": .array(of: row),
            "new_items": .array(of: item), "gone_items": .array(of: item), "dearer_items": .array(of: item),
        ])
    }()
}
