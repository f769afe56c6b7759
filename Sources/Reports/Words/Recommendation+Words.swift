public import Charts
import Purchases
import Recommendations

extension Recommendation.Reason {
    /// Returns the reason as a sentence without its full stop, numbers included.
    func text(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        func count(_ number: Int) -> String { locale.text(of: number).isolated }
        switch self {
        case .regular(let purchases, let interval):
            let (times, every) = (locale.text(of: purchases, .time), Self.oneDecimal(interval, locale))
            return locale.phrase(
                "Purchased \(times), avg every \(every) days", de: "\(count(purchases))-mal gekauft, im Mittel alle \(every) Tage",
                fr: "Acheté \(times), en moyenne tous les \(every) jours", es: "Comprado \(times), de media cada \(every) días"
            )
        case .repeated(let repeats): return repeats.text(in: locale)
        case .popular(let orders, let allOrders):
            let share = Double(orders) / Double(max(1, allOrders))
            guard share >= 0.01 else {
                return locale.phrase(
                    "New to you: in \(count(orders)) of everybody’s \(count(allOrders)) orders",
                    de: "Neu für Sie: in \(count(orders)) von allen \(count(allOrders)) Bestellungen",
                    fr: "Nouveau pour vous\u{A0}: dans \(count(orders)) des \(count(allOrders)) commandes de tous",
                    es: "Nuevo para usted: en \(count(orders)) de los \(count(allOrders)) pedidos de todos")
            }
            let everybody = Recommendation.Repeats.Everyone.orders(share: share).text(in: locale)
            return locale.phrase(
                "New to you: \(everybody)", de: "Neu für Sie: \(everybody)", fr: "Nouveau pour vous\u{A0}: \(everybody)",
                es: "Nuevo para usted: \(everybody)")
        case .newCategory(let category, let buyers, let shoppers):
            let name = category.isolated
            return locale.phrase(
                "\(name) is new to you: \(count(buyers)) of \(count(shoppers)) shoppers buy it, this item most",
                de: "\(name) ist neu für Sie: \(count(buyers)) der \(count(shoppers)) Kunden kaufen es, diesen Artikel am meisten",
                fr: "\(name) est nouveau pour vous\u{A0}: \(count(buyers)) clients sur \(count(shoppers)) en achètent, surtout cet article",
                es: "\(name) es nuevo para usted: lo compran \(count(buyers)) de \(count(shoppers)) clientes, sobre todo este artículo"
            )
        case .cheaper(_, _, let alternative):
            let (name, saving) = (alternative.item.isolated, presentation.text(ofPrice: alternative.saving))
            guard presentation.keepsMoney else {
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

    private static func oneDecimal(_ number: Double, _ locale: Locale) -> String {
        NumberFormat.decimal(1).text(number.roundedToTenth, in: locale).isolated
    }
}

extension Recommendation {
    /// Returns why it is suggested, and where it stands in its interval, as a sentence without its full stop.
    func reasonText(_ presentation: Presentation) -> String {
        let (locale, text) = (presentation.locale, reason.text(presentation))
        guard case .repeated = reason, let timing else { return text }
        return "\(text)\(locale.phrase("", de: "", fr: "\u{A0}", es: "")); \(timing.text(in: locale))"
    }

    /// Returns where it stands in its interval; what was never bought has none, and says why it is suggested.
    func timingText(_ presentation: Presentation) -> String { timing?.text(in: presentation.locale) ?? reason.text(presentation) }
}

extension Recommendation.Repeats {
    func text(in locale: Locale) -> String {
        func count(_ number: Int) -> String { locale.text(of: number).isolated }
        var parts = [
            allOrders == 1
                ? locale.phrase(
                    "In your only order", de: "In Ihrer einzigen Bestellung", fr: "Dans votre seule commande", es: "En su único pedido")
                : locale.phrase(
                    "In \(count(orders)) of your \(count(allOrders)) orders",
                    de: "In \(count(orders)) Ihrer \(count(allOrders)) Bestellungen",
                    fr: "Dans \(count(orders)) de vos \(count(allOrders)) commandes",
                    es: "En \(count(orders)) de sus \(count(allOrders)) pedidos")
        ]
        if let lately {
            parts.append(
                locale.phrase(
                    "\(count(lately)) of the last 10", de: "\(count(lately)) der letzten 10", fr: "\(count(lately)) des 10 dernières",
                    es: "\(count(lately)) de los últimos 10"))
        }
        if isOftenInSmallOrders {
            parts.append(
                locale.phrase("often in small ones", de: "oft in kleinen", fr: "souvent dans les petites", es: "a menudo en los pequeños"))
        }
        let own = parts.joined(separator: ", ")
        return everyone.map { "\(own)\(locale.phrase("", de: "", fr: "\u{A0}", es: "")); \($0.text(in: locale))" } ?? own
    }
}

extension Recommendation.Repeats.Everyone {
    func text(in locale: Locale) -> String {
        switch self {
        case .orders(let share):
            let percent = NumberFormat.wholePercent(share, in: locale).isolated
            return locale.phrase(
                "in \(percent) of everybody’s orders", de: "in \(percent) aller Bestellungen",
                fr: "dans \(percent) de toutes les commandes",
                es: "en el \(percent) de todos los pedidos")
        case .nextOrder(let share):
            let percent = NumberFormat.wholePercent(share, in: locale).isolated
            return locale.phrase(
                "\(percent) buy it again the very next time", de: "\(percent) kaufen es gleich beim nächsten Mal wieder",
                fr: "\(percent) le rachètent dès la fois suivante", es: "el \(percent) lo vuelve a comprar la vez siguiente")
        }
    }
}

extension Timing {
    /// Returns the interval, the last purchase and what comes of them, as in `about every 12 days, last 14 days ago: due`.
    func text(in locale: Locale) -> String {
        let (every, state) = (locale.text(of: Int(typicalInterval.rounded()), .day), stateText(in: locale))
        let ago = locale.text(of: daysAgo, .day)
        let last =
            daysAgo == 0
            ? locale.phrase("last today", de: "zuletzt heute", fr: "dernier achat aujourd’hui", es: "la última hoy")
            : locale.phrase(
                "last \(ago) ago", de: "zuletzt vor \(locale.daysAfterVor(daysAgo))", fr: "dernier achat il y a \(ago)",
                es: "la última hace \(ago)")
        return hasOwnInterval
            ? locale.phrase(
                "about every \(every), \(last): \(state)", de: "etwa alle \(every), \(last): \(state)",
                fr: "environ tous les \(every), \(last)\u{A0}: \(state)", es: "cada \(every) aproximadamente, \(last): \(state)")
            : locale.phrase(
                "\(last), by others again after about \(every): \(state)",
                de: "\(last), von anderen wieder nach etwa \(locale.daysAfterVor(Int(typicalInterval.rounded()))): \(state)",
                fr: "\(last), racheté par d’autres après environ \(every)\u{A0}: \(state)",
                es: "\(last), otros lo repiten a los \(every) aproximadamente: \(state)")
    }

    private func stateText(in locale: Locale) -> String {
        let days = locale.text(of: abs(daysLeft), .day)
        switch state {
        case .due: return locale.phrase("due", de: "fällig", fr: "à acheter", es: "toca comprarlo")
        case .late:
            return locale.phrase(
                "overdue by \(days)", de: "seit \(locale.daysAfterVor(-daysLeft)) überfällig", fr: "en retard de \(days)",
                es: "con \(days) de retraso")
        case .upcoming:
            return locale.phrase(
                "due in about \(days)", de: "fällig in etwa \(locale.daysAfterVor(daysLeft))", fr: "dans environ \(days)",
                es: "en unos \(days)")
        case .lapsing:
            return locale.phrase(
                "more than twice as long", de: "mehr als doppelt so lange her", fr: "plus de deux fois plus longtemps",
                es: "más del doble de tiempo")
        case .new: return state.name(in: locale)
        }
    }
}

extension Locale {
    public var buyNext: String {
        phrase("What to buy next", de: "Was als Nächstes zu kaufen ist", fr: "Que racheter ensuite", es: "Qué comprar ahora")
    }
}

extension Timing.State {
    /// Returns the state in a word or two.
    func name(in locale: Locale) -> String {
        switch self {
        case .due: locale.phrase("due", de: "fällig", fr: "à acheter", es: "toca")
        case .late: locale.phrase("late", de: "überfällig", fr: "en retard", es: "con retraso")
        case .upcoming: locale.phrase("upcoming", de: "demnächst", fr: "à venir", es: "próximamente")
        case .lapsing: locale.phrase("lapsing", de: "seltener", fr: "délaissé", es: "en desuso")
        case .new: locale.phrase("new", de: "neu", fr: "nouveau", es: "nuevo")
        }
    }
}

extension Locale {
    /// Returns a number of days as German has it after “vor”, “seit” and “in”.
    fileprivate func daysAfterVor(_ count: Int) -> String { "\(text(of: count).isolated) \(count == 1 ? "Tag" : "Tagen")" }
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
