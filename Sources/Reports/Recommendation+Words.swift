import Charts
import Purchases
import Recommendations

extension Recommendation.Reason {
    /// Returns the reason as a sentence without its full stop, numbers included.
    func text(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        func count(_ number: Int) -> String { locale.text(of: number).isolated }
        func days(_ number: Int) -> String { locale.text(of: number, .day) }
        switch self {
        case .regular(let purchases, let interval):
            let (times, every) = (locale.text(of: purchases, .time), Self.oneDecimal(interval, locale))
            return locale.phrase(
                "Purchased \(times), avg every \(every) days", de: "\(count(purchases))-mal gekauft, im Mittel alle \(every) Tage",
                fr: "Acheté \(times), en moyenne tous les \(every) jours", es: "Comprado \(times), de media cada \(every) días"
            )
        case .due(let interval, let daysAgo, let daysLeft):
            let (every, ago) = (days(interval), days(daysAgo))
            return locale.phrase(
                "about every \(every), last \(ago) ago: \(Self.text(ofDaysLeft: daysLeft, locale))",
                de:
                    "etwa alle \(every), zuletzt vor \(daysAgo == 1 ? "1 Tag" : "\(count(daysAgo)) Tagen"): \(Self.text(ofDaysLeft: daysLeft, locale))",
                fr: "environ tous les \(every), dernier achat il y a \(ago)\u{A0}: \(Self.text(ofDaysLeft: daysLeft, locale))",
                es: "cada \(every) aproximadamente, la última hace \(ago): \(Self.text(ofDaysLeft: daysLeft, locale))"
            )
        case .often(let purchases, let orders, let recently):
            let (times, inOrders, lately) = (
                locale.text(of: purchases, .time), locale.text(of: orders, .order), locale.text(of: recently, .time)
            )
            return locale.phrase(
                "bought \(times) in \(inOrders), \(lately) in the last 2 months",
                de: "\(count(purchases))-mal in \(inOrders) gekauft, \(count(recently))-mal in den letzten 2 Monaten",
                fr: "acheté \(times) en \(inOrders), \(lately) ces 2 derniers mois",
                es: "comprado \(times) en \(inOrders), \(lately) en los últimos 2 meses"
            )
        case .popular(let buyers, let shoppers):
            return locale.phrase(
                "bought by \(count(buyers)) of \(count(shoppers)) shoppers, never by you",
                de: "von \(count(buyers)) der \(count(shoppers)) Kunden gekauft, von Ihnen noch nie",
                fr: "acheté par \(count(buyers)) clients sur \(count(shoppers)), jamais par vous",
                es: "comprado por \(count(buyers)) de \(count(shoppers)) clientes, nunca por usted"
            )
        case .newCategory(let category, let buyers, let shoppers):
            let name = category.isolated
            return locale.phrase(
                "\(name) is new to you: \(count(buyers)) of \(count(shoppers)) shoppers buy it, this item most",
                de: "\(name) ist neu für Sie: \(count(buyers)) der \(count(shoppers)) Kunden kaufen es, diesen Artikel am meisten",
                fr: "\(name) est nouveau pour vous\u{A0}: \(count(buyers)) clients sur \(count(shoppers)) en achètent, surtout cet article",
                es: "\(name) es nuevo para usted: lo compran \(count(buyers)) de \(count(shoppers)) clientes, sobre todo este artículo"
            )
        case .cheaper(_, _, let alternative):
            let (name, saving) = (alternative.item.isolated, presentation.text(of: alternative.saving))
            guard presentation.tellsAmounts else {
                return locale.phrase(
                    "\(name) costs less", de: "\(name) kostet weniger", fr: "\(name) coûte moins", es: "\(name) cuesta menos")
            }
            return alternative.isForSameSize
                ? locale.phrase(
                    "\(name): \(saving) less for the same size", de: "\(name): \(saving) weniger für die gleiche Menge",
                    fr: "\(name)\u{A0}: \(saving) de moins pour la même quantité", es: "\(name): \(saving) menos por la misma cantidad")
                : locale.phrase(
                    "\(name): \(saving) less", de: "\(name): \(saving) weniger", fr: "\(name)\u{A0}: \(saving) de moins",
                    es: "\(name): \(saving) menos")
        case .season(let index):
            let times = Self.oneDecimal(index, locale)
            return locale.phrase(
                "sold \(times) times as much as usual at this time", de: "derzeit \(times)-mal so viel verkauft wie sonst",
                fr: "vendu \(times) fois plus que d’habitude en ce moment", es: "se vende \(times) veces lo habitual en esta época"
            )
        }
    }

    private static func text(ofDaysLeft days: Int, _ locale: Locale) -> String {
        let text = locale.text(of: abs(days), .day)
        if days < 0 {
            let german = days == -1 ? "1 Tag" : "\(locale.text(of: -days).isolated) Tagen"
            return locale.phrase(
                "overdue by \(text)", de: "seit \(german) überfällig", fr: "en retard de \(text)", es: "con \(text) de retraso")
        }
        if days == 0 { return locale.phrase("due", de: "fällig", fr: "à acheter", es: "toca comprarlo") }
        let german = days == 1 ? "1 Tag" : "\(locale.text(of: days).isolated) Tagen"
        return locale.phrase("due in about \(text)", de: "fällig in etwa \(german)", fr: "dans environ \(text)", es: "en unos \(text)")
    }

    private static func oneDecimal(_ number: Double, _ locale: Locale) -> String {
        NumberFormat.decimal(1).text(number.roundedToTenth, in: locale).isolated
    }
}

extension Recommendation.Kind {
    func name(in locale: Locale) -> String {
        switch self {
        case .replenish: locale.phrase("runs out", de: "geht aus", fr: "bientôt fini", es: "se acaba")
        case .habit: locale.phrase("habit", de: "Gewohnheit", fr: "habitude", es: "costumbre")
        case .diversify: locale.phrase("something new", de: "etwas Neues", fr: "nouveauté", es: "novedad")
        case .save: locale.phrase("for less", de: "günstiger", fr: "moins cher", es: "más barato")
        case .seasonal: locale.phrase("in season", de: "der Saison", fr: "de saison", es: "de temporada")
        }
    }
}
