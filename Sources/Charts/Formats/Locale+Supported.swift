extension Locale {
    private static let thousandsMillionsBillions = [
        CompactUnit(1e3, "K"), CompactUnit(1e6, "M"), CompactUnit(1e9, "B"), CompactUnit(1e12, "T"),
    ]
    private static let englishMonths = Months(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        full: "January February March April May June July August September October November December"
    )
    private static let englishWeekdays = "Mon, Tue, Wed, Thu, Fri, Sat, Sun"

    public static let americanEnglish = Locale(
        "en-US", numbers: Numbers(units: thousandsMillionsBillions), money: MoneyStyle(), months: englishMonths,
        days: Days("M D", "M D, Y", weekdays: englishWeekdays)
    )

    static let britishEnglish = Locale(
        "en-GB", numbers: Numbers(units: thousandsMillionsBillions), money: MoneyStyle(signs: ["USD": "US$"]), months: englishMonths,
        days: Days("D M", "D M Y", weekdays: englishWeekdays)
    )

    static let german = Locale(
        "de-DE",
        // CLDR has no short form of thousands: `123.456` is shorter than `123 Tsd.` would be.
        numbers: Numbers(
            decimal: ",", grouping: ".", percent: "\u{A0}%",
            units: [CompactUnit(1e6, "\u{A0}Mio."), CompactUnit(1e9, "\u{A0}Mrd."), CompactUnit(1e12, "\u{A0}Bio.")]
        ),
        money: MoneyStyle(place: .after(space: "\u{A0}"), signs: ["AUD": "AU$"]),
        months: Months(
            "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez", inDate: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
            full: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
        ),
        days: Days("D. M", "D. M Y", weekdays: "Mo, Di, Mi, Do, Fr, Sa, So")
    )

    static let french = Locale(
        "fr-FR",
        numbers: Numbers(
            decimal: ",", grouping: "\u{202F}", percent: "\u{A0}%",
            units: [
                CompactUnit(1e3, "\u{A0}k"), CompactUnit(1e6, "\u{A0}M"), CompactUnit(1e9, "\u{A0}Md"), CompactUnit(1e12, "\u{A0}Bn"),
            ]
        ),
        // CLDR writes £GB, JPY and CNY; the signs alone are as clear.
        money: MoneyStyle(
            place: .after(space: "\u{A0}"),
            signs: ["USD": "$US", "CAD": "$CA", "AUD": "$AU", "NZD": "$NZ", "MXN": "$MX", "HKD": "$HK"]
        ),
        months: Months(
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            full: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        ),
        days: Days("D M", "D M Y", weekdays: "lun., mar., mer., jeu., ven., sam., dim.")
    )

    static let spanish = Locale(
        "es-ES",
        numbers: Numbers(
            decimal: ",", grouping: ".", largestUngrouped: 9_999, percent: "\u{A0}%",
            units: [
                CompactUnit(1e3, "\u{A0}mil"), CompactUnit(1e6, "\u{A0}M"), CompactUnit(1e9, "\u{A0}mil\u{A0}M", from: 1e10),
                CompactUnit(1e12, "\u{A0}B"),
            ]
        ),
        // CLDR writes the codes of all other currencies; the signs that no two countries share are as clear.
        money: MoneyStyle(place: .after(space: "\u{A0}"), signs: ["USD": "US$"]),
        months: Months(
            "ene feb mar abr may jun jul ago sept oct nov dic",
            full: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
        ),
        days: Days("D M", "D M Y", weekdays: "lun, mar, mié, jue, vie, sáb, dom")
    )

    static let brazilianPortuguese = Locale(
        "pt-BR",
        numbers: Numbers(
            decimal: ",", grouping: ".",
            units: [
                CompactUnit(1e3, "\u{A0}mil"), CompactUnit(1e6, "\u{A0}mi"), CompactUnit(1e9, "\u{A0}bi"), CompactUnit(1e12, "\u{A0}tri"),
            ]
        ),
        money: MoneyStyle(place: .before(space: "\u{A0}"), signs: ["USD": "US$", "JPY": "JP¥", "AUD": "AU$"]),
        months: Months(
            "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
            full: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            order: .monthYear(separator: " de ")
        ),
        days: Days("D de M", "D de M de Y", weekdays: "seg., ter., qua., qui., sex., sáb., dom.")
    )

    static let japanese = Locale(
        "ja-JP", numbers: Numbers(units: [CompactUnit(1e4, "万"), CompactUnit(1e8, "億"), CompactUnit(1e12, "兆")]),
        money: MoneyStyle(signs: ["CNY": "元"]), months: .numbered(), days: Days("MD日", "Y年MD日", weekdays: "月, 火, 水, 木, 金, 土, 日")
    )

    static let chinese = Locale(
        "zh-CN", numbers: Numbers(units: [CompactUnit(1e4, "万"), CompactUnit(1e8, "亿"), CompactUnit(1e12, "万亿")]),
        money: MoneyStyle(signs: ["CNY": "¥", "JPY": "JP¥", "USD": "US$", "AUD": "AU$"]),
        months: .numbered(full: "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"),
        days: Days("MD日", "Y年MD日", weekdays: "周一, 周二, 周三, 周四, 周五, 周六, 周日")
    )

    static let hindi = Locale(
        "hi",
        // Thousands, then lakh, crore, arab, kharab and neel: two digits each.
        numbers: Numbers(
            groupLength: 2,
            units: [
                CompactUnit(1e3, "\u{A0}हज़ार"), CompactUnit(1e5, "\u{A0}लाख"), CompactUnit(1e7, "\u{A0}क॰"), CompactUnit(1e9, "\u{A0}अ॰"),
                CompactUnit(1e11, "\u{A0}ख॰"), CompactUnit(1e13, "\u{A0}नील"),
            ]
        ),
        money: MoneyStyle(signs: ["JPY": "JP¥"]),
        months: Months(
            "जन॰ फ़र॰ मार्च अप्रैल मई जून जुल॰ अग॰ सित॰ अक्तू॰ नव॰ दिस॰",
            full: "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्तूबर नवंबर दिसंबर", narrow: "ज फ़ मा अ म जू जु अ सि अ न दि"
        ),
        days: Days("D M", "D M Y", weekdays: "सोम, मंगल, बुध, गुरु, शुक्र, शनि, रवि")
    )

    /// As in Egypt and the east, with Arabic-Indic digits; CLDR's `ar` without a country has those of Europe.
    static let arabic = Locale(
        "ar", isRightToLeft: true,
        numbers: Numbers(
            decimal: "٫", grouping: "٬", zero: "٠", minus: "\u{61C}\u{2212}", plus: "\u{61C}+", percent: "٪\u{61C}",
            units: [
                CompactUnit(1e3, "\u{A0}ألف", few: "\u{A0}آلاف"), CompactUnit(1e6, "\u{A0}مليون"), CompactUnit(1e9, "\u{A0}مليار"),
                CompactUnit(1e12, "\u{A0}ترليون"),
            ]
        ),
        money: MoneyStyle(
            place: .after(space: "\u{A0}", opening: "\u{200F}"),
            signs: [
                "USD": "US$", "GBP": "UK£", "JPY": "JP¥", "AUD": "AU$", "AED": "د.إ.\u{200F}", "BHD": "د.ب.\u{200F}", "DZD": "د.ج.\u{200F}",
                "EGP": "ج.م.\u{200F}", "IQD": "د.ع.\u{200F}", "JOD": "د.أ.\u{200F}", "KWD": "د.ك.\u{200F}", "LBP": "ل.ل.\u{200F}",
                "LYD": "د.ل.\u{200F}", "MAD": "د.م.\u{200F}", "OMR": "ر.ع.\u{200F}", "QAR": "ر.ق.\u{200F}", "SAR": "ر.س.\u{200F}",
                "SDG": "ج.س.", "SYP": "ل.س.\u{200F}", "TND": "د.ت.\u{200F}", "YER": "ر.ي.\u{200F}",
            ]
        ),
        months: Months(
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", narrow: "ي ف م أ و ن ل غ س ك ب د"
        ),
        days: Days("D M", "D M، Y", weekdays: "اثنين, ثلاثاء, أربعاء, خميس, جمعة, سبت, أحد")
    )

    static let hebrew = Locale(
        "he", isRightToLeft: true,
        numbers: Numbers(
            minus: "\u{200E}\u{2212}", plus: "\u{200E}+",
            units: [
                CompactUnit(1e3, "K\u{200F}"), CompactUnit(1e6, "M\u{200F}"), CompactUnit(1e9, "B\u{200F}"), CompactUnit(1e12, "T\u{200F}"),
            ]
        ),
        money: MoneyStyle(place: .after(space: "\u{A0}\u{200F}", opening: "\u{200F}")),
        months: Months(
            "ינו׳ פבר׳ מרץ אפר׳ מאי יוני יולי אוג׳ ספט׳ אוק׳ נוב׳ דצמ׳",
            full: "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר", narrow: "1 2 3 4 5 6 7 8 9 10 11 12"
        ),
        days: Days("D בM", "D בM Y", weekdays: "יום ב׳, יום ג׳, יום ד׳, יום ה׳, יום ו׳, שבת, יום א׳")
    )
}
