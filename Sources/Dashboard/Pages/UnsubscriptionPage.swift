import Charts

/// A page that asks whether something is to end that comes again and again, or says that it has ended.
public struct UnsubscriptionPage: Sendable {
    public enum State: Sendable { case question, done }

    public enum Subject: Sendable {
        case reports(to: String)
        case calendar
    }

    let frame: Frame
    let heading: String
    let detail: String
    /// What stands on the button; nil where nothing is left to do.
    let button: String?

    public init(_ state: State, _ subject: Subject, for reader: Reader) {
        let locale = reader.locale
        let isDone = state == .done
        switch subject {
        case .reports(let address):
            let name = address.isolated
            heading =
                isDone
                ? locale.phrase("Unsubscribed", de: "Abbestellt", fr: "Désabonnement effectué", es: "Suscripción cancelada")
                : locale.phrase("Unsubscribe?", de: "Abbestellen?", fr: "Se désabonner\u{202F}?", es: "¿Cancelar la suscripción?")
            detail =
                isDone
                ? locale.phrase(
                    "No more reports are sent to \(name).", de: "An \(name) werden keine Berichte mehr geschickt.",
                    fr: "Plus aucun rapport ne sera envoyé à \(name).", es: "No se enviarán más informes a \(name).")
                : locale.phrase(
                    "Reports are sent to \(name). Nothing has changed yet.",
                    de: "An \(name) werden Berichte geschickt. Noch ist nichts geändert.",
                    fr: "Des rapports sont envoyés à \(name). Rien n’a encore changé.",
                    es: "Se envían informes a \(name). Aún no ha cambiado nada.")
        case .calendar:
            heading =
                isDone
                ? locale.phrase("Withdrawn", de: "Zurückgezogen", fr: "Lien retiré", es: "Enlace retirado")
                : locale.phrase(
                    "End this calendar?", de: "Diesen Kalender beenden?", fr: "Arrêter ce calendrier\u{202F}?",
                    es: "¿Terminar este calendario?")
            detail =
                isDone
                ? locale.phrase(
                    "The calendar’s link does not work any more.", de: "Der Link des Kalenders gilt nicht mehr.",
                    fr: "Le lien du calendrier ne fonctionne plus.", es: "El enlace del calendario ya no funciona.")
                : locale.phrase(
                    "Calendar programs follow this link. Nothing has changed yet.",
                    de: "Kalenderprogramme folgen diesem Link. Noch ist nichts geändert.",
                    fr: "Des agendas suivent ce lien. Rien n’a encore changé.",
                    es: "Los programas de calendario siguen este enlace. Aún no ha cambiado nada.")
        }
        button =
            isDone ? nil : locale.phrase("Yes, end it", de: "Ja, beenden", fr: "Oui, arrêter", es: "Sí, terminar")
        frame = Frame(heading, in: nil, for: reader)
    }
}
