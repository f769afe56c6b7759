import Charts
import Hummingbird
import Reports
import Storage

/// `/api/shop`: all shoppers together, of what the import keeps, in every representation.
struct ShopRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        for question in ShopQuestion.allCases {
            routes.resource("api/shop/\(question.rawValue)") { request, context in try await resource(question, request.query, context) }
        }
    }

    /// Reads how the answer is to be shown.
    static func wish(
        _ question: ShopQuestion, _ reader: inout QueryReader
    ) -> (presentation: Presentation, style: PictureStyle, isDownload: Bool) {
        (
            Presentation(&reader, refusal: question.refusal), PictureStyle(&reader),
            reader.value(Parameter<Bool>.flag("download")) ?? false
        )
    }

    private func resource(_ question: ShopQuestion, _ query: Query, _ context: ServerContext) async throws -> Resource {
        var reader = QueryReader(query)
        let wish = Self.wish(question, &reader)
        try reader.finish()
        let (style, isDownload) = (wish.style, wish.isDownload)
        try services.checkPixels(of: style, isEntitled: context.isEntitled)
        var presentation = wish.presentation
        presentation.settle(onCurrency: try await services.store.currency())
        let path = "/api/shop/\(question.rawValue)"
        return Resource(
            address: ResourceAddress(
                path: path, query: query, representations: Representation.ofInsights,
                identity: [services.build, path, Query(presentation.fields + style.fields).encoded]
            ),
            revision: try await services.store.revision(), fileName: isDownload ? "shop \(question.rawValue)" : nil, keptPath: path
        ) { [services, presentation] representation in
            try await services.admission.run(weight: 1) {
                try await services.store.categoryMonths()
            } making: { [typesetter = services.typesetter] statistics in
                let report = ShopReport(statistics.value, question)
                let bytes =
                    switch representation {
                    case .json: report.json(presentation).bytes
                    case .csv: report.csv(presentation)
                    default:
                        try report.chart(presentation).scene(size: style.size, theme: style.theme, measuring: typesetter)
                            .bytes(as: representation, style: style, typesetter: typesetter)
                    }
                return .init(bytes, at: statistics.revision)
            }
        }
    }
}
