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

    @Test(arguments: Locale.supported)
    func `a month in a letter or two is shorter than its name`(_ locale: Locale) {
        for month in 1...12 {
            let letters = locale.narrowName(ofMonth: month)
            #expect((1...2).contains(letters.count) && letters.count <= locale.name(ofMonth: month).count)
        }
        #expect(locale.narrowName(ofMonth: 13) == locale.narrowName(ofMonth: 1))
    }

    @Test func `months begin with the letters that calendars know`() throws {
        func letters(_ identifier: String) throws -> String {
            try (1...12).map(#require(Locale(identifier: identifier)).narrowName(ofMonth:)).joined()
        }
        #expect(try letters("en") == "JFMAMJJASOND" && letters("de") == "JFMAMJJASOND" && letters("fr") == "JFMAMJJASOND")
        #expect(try letters("es") == "EFMAMJJASOND" && letters("ja") == "123456789101112")
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

    @Test(arguments: [
        ("en-US", "Mar 5, 2024", "Mar 5"), ("en-GB", "5 Mar 2024", "5 Mar"), ("de-DE", "5. März 2024", "5. März"),
        ("fr-FR", "5 mars 2024", "5 mars"), ("es-ES", "5 mar 2024", "5 mar"), ("pt-BR", "5 de mar. de 2024", "5 de mar."),
        ("ja-JP", "2024年3月5日", "3月5日"), ("zh-CN", "2024年3月5日", "3月5日"), ("hi", "5 मार्च 2024", "5 मार्च"),
        ("ar", "٥ مارس، ٢٠٢٤", "٥ مارس"), ("he", "5 במרץ 2024", "5 במרץ"),
    ])
    func `a date has the order of the language`(_ identifier: String, _ date: String, _ day: String) throws {
        let locale = try #require(Locale(identifier: identifier))
        #expect(locale.text(ofDay: 5, month: 3, year: 2024) == date)
        #expect(locale.text(ofDay: 5, month: 3) == day)
    }

    @Test(arguments: [
        ("en-US", "Mon", "Sun", "January"), ("de-DE", "Mo", "So", "Januar"), ("fr-FR", "lun.", "dim.", "janvier"),
        ("es-ES", "lun", "dom", "enero"), ("pt-BR", "seg.", "dom.", "janeiro"), ("ja-JP", "月", "日", "1月"), ("zh-CN", "周一", "周日", "一月"),
        ("hi", "सोम", "रवि", "जनवरी"), ("ar", "اثنين", "أحد", "يناير"), ("he", "יום ב׳", "יום א׳", "ינואר"),
    ])
    func `days of the week are counted from monday`(_ identifier: String, _ monday: String, _ sunday: String, _ january: String) throws {
        let locale = try #require(Locale(identifier: identifier))
        #expect((locale.name(ofWeekday: 1), locale.name(ofWeekday: 7)) == (monday, sunday))
        #expect(Set((1...7).map(locale.name(ofWeekday:))).count == 7)
        #expect(locale.fullName(ofMonth: 1) == january)
        #expect(Set((1...12).map(locale.fullName(ofMonth:))).count == 12)
    }
}
