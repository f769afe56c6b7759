import Charts
import Foundation
import Purchases
import Typography

@testable import Mailing

enum Samples {
    private static let typesetterResult = Result { () throws(TypographyError) in try Typesetter() }

    static func typesetter() throws -> Typesetter { try typesetterResult.get() }

    static func document(locale: Charts.Locale = .americanEnglish, name: String = "Käse & <Wein>") -> Document {
        let bars = Mark.bar((0..<5).map { $0 }, .horizontal, position: { .name("\(name) \($0)") }, value: { Double($0 + 1) })
        let table = TextTable(
            columns: [.init("Item", isNumber: false), .init("Count", isNumber: true)], rows: (0..<28).map { ["\(name) \($0)", "\($0)"] }
        )
        return Document(
            "Shopping report", subtitle: "U1 · Mar 2024", cards: (0..<3).map { Mark.Card(label: "Sum \($0)", figure: "$\($0)", note: "") },
            remarks: ["As in February."],
            sections: [Document.Section("top-items", chart: Chart("Items", marks: [bars], locale: locale), table: table)],
            locale: locale
        )
    }

    static func envelope(to recipients: [String] = ["ada@example.org"]) throws -> Envelope {
        Envelope(
            from: try Mailbox("Shop, the <shop@example.org>"), to: try recipients.map { try Mailbox($0) },
            date: Timestamp(1_709_251_200), unsubscribe: URL(string: "https://example.org/u?id=1&x=2")
        )
    }

    static func mail(_ document: Document = document()) throws -> ReportMail {
        try ReportMail(document, envelope(), typesetter: typesetter())
    }
}
