import Charts
public import Reports

/// A view of one shopper, with an address of its own.
public enum ShopperTab: String, CaseIterable, Sendable {
    case analytics = ""
    case patterns
    case bucketList = "bucket-list"
    case saved
    case trends

    /// The charts of the view, in order.
    public var questions: [Question] {
        switch self {
        case .analytics: [Question(.spendingSummary), Question(.monthlyTrends)]
        case .patterns: [Question(.topItems), Question(.amountDistribution), .seasonalPatterns(.weekdays)]
        case .bucketList: [Question(.recommendations)]
        case .saved: []
        case .trends: [Question(.spendingChanges), Question(.categoryTrends), .monthlyTrends(.area), .seasonalPatterns(.heatmap)]
        }
    }

    func label(in locale: Locale) -> String {
        switch self {
        case .analytics: locale.phrase("Analytics", de: "Auswertung", fr: "Analyse", es: "Análisis")
        case .patterns: locale.phrase("Shopping patterns", de: "Einkaufsmuster", fr: "Habitudes d’achat", es: "Hábitos de compra")
        case .bucketList: locale.phrase("Smart bucket list", de: "Kluge Einkaufsliste", fr: "Liste d’envies", es: "Lista inteligente")
        case .saved: locale.phrase("Saved items", de: "Gemerktes", fr: "Articles gardés", es: "Guardados")
        case .trends: locale.phrase("Spending trends", de: "Ausgabentrends", fr: "Tendances des dépenses", es: "Tendencias de gasto")
        }
    }

    /// Where the view of a shopper is, without a query.
    func path(of user: String) -> [String] { ["users", user] + (self == .analytics ? [] : [rawValue]) }
}
