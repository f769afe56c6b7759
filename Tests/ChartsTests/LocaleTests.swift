import Testing

@testable import Charts

@Suite struct LocaleTests {
    @Test func `there are eleven languages and countries, each found by its identifier`() {
        #expect(
            Locale.supported.map(\.identifier) == [
                "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP", "zh-CN", "hi", "ar", "he",
            ])
        for locale in Locale.supported {
            #expect(Locale(identifier: locale.identifier) == locale)
            #expect(Locale(identifier: locale.identifier.uppercased()) == locale)
        }
    }

    @Test(arguments: [
        ("de", "de-DE"), ("en", "en-US"), ("FR", "fr-FR"), ("zh", "zh-CN"), ("zh-Hans", "zh-CN"), ("pt", "pt-BR"), ("ar-EG", "ar"),
        ("he-IL", "he"), ("iw", "he"), ("hi-IN", "hi"), ("ja", "ja-JP"),
    ])
    func `a language alone is enough`(_ identifier: String, _ found: String) {
        #expect(Locale(identifier: identifier)?.identifier == found)
    }

    @Test(arguments: ["", "-", "xx", "de-AT", "zh-Hant", "en_US", "e", "en-", "english"])
    func `what is not supported is not found`(_ identifier: String) {
        #expect(Locale(identifier: identifier) == nil)
    }

    @Test func `arabic and hebrew run from right to left`() {
        #expect(Locale.supported.filter(\.isRightToLeft).map(\.identifier) == ["ar", "he"])
    }

    @Test(arguments: Locale.supported)
    func `twelve months have twelve names`(_ locale: Locale) {
        #expect(Set((1...12).map(locale.name(ofMonth:))).count == 12)
        #expect(Set((1...12).map { locale.text(ofMonth: $0, year: 2024) }).count == 12)
        #expect((1...12).allSatisfy { !locale.name(ofMonth: $0).isEmpty })
        #expect(locale.name(ofMonth: 13) == locale.name(ofMonth: 1))
    }

    @Test(arguments: [
        ("en-US", "Sep", "Sep 2024"), ("en-GB", "Sep", "Sep 2024"), ("de-DE", "Sep", "Sept. 2024"), ("fr-FR", "sept.", "sept. 2024"),
        ("es-ES", "sept", "sept 2024"), ("pt-BR", "set.", "set. de 2024"), ("ja-JP", "9月", "2024年9月"), ("zh-CN", "9月", "2024年9月"),
        ("hi", "सित॰", "सित॰ 2024"), ("ar", "سبتمبر", "سبتمبر ٢٠٢٤"), ("he", "ספט׳", "ספט׳ 2024"),
    ])
    func `a month and its year are joined as in the language`(_ identifier: String, _ name: String, _ date: String) throws {
        let locale = try #require(Locale(identifier: identifier))
        #expect(locale.name(ofMonth: 9) == name)
        #expect(locale.text(ofMonth: 9, year: 2024) == date)
    }
}
