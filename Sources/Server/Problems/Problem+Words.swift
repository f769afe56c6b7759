import Charts

extension Problem {
    /// Returns what a picture says of the problem, in the reader's language.
    ///
    /// A picture is for people who look at a mail or a page; the whole detail, in English, is in the JSON, for those who can change the
    /// request.
    func words(in locale: Locale) -> (title: String, detail: String) {
        switch kind {
        case .invalidQuery:
            let names = faults.map { $0.place.description.isolated }.joined(separator: ", ")
            return (
                locale.phrase(
                    title, de: "Die Anfrage ist nicht lesbar", fr: "La requête est illisible", es: "No se puede leer la consulta"),
                locale.phrase(
                    detail, de: "Nicht lesbar: \(names). Als application/problem+json nennt die Antwort die Gründe.",
                    fr: "Illisible\u{A0}: \(names). La réponse en application/problem+json donne les raisons.",
                    es: "No se entiende: \(names). La respuesta como application/problem+json da las razones."
                )
            )
        case .unknownUser:
            return (
                locale.phrase(title, de: "Unbekannter Kunde", fr: "Client inconnu", es: "Cliente desconocido"),
                locale.phrase(
                    detail, de: "Diesen Kunden gibt es nicht. Bitte die Kennung prüfen.",
                    fr: "Ce client n’existe pas. Vérifiez son identifiant.", es: "Este cliente no existe. Compruebe el identificador."
                )
            )
        case .unknownPath:
            return (
                locale.phrase(title, de: "Hier ist nichts", fr: "Rien ici", es: "Aquí no hay nada"),
                locale.phrase(
                    detail, de: "Unter dieser Adresse gibt es nichts. Bitte die Schreibweise prüfen.",
                    fr: "Il n’y a rien à cette adresse. Vérifiez son orthographe.",
                    es: "No hay nada en esta dirección. Compruebe cómo está escrita."
                )
            )
        case .addressTooLong, .bodyTooLarge:
            return (
                locale.phrase(title, de: "Die Anfrage ist zu lang", fr: "La requête est trop longue", es: "La consulta es demasiado larga"),
                locale.phrase(
                    detail, de: "Bitte nach weniger Kategorien filtern oder den Titel kürzen.",
                    fr: "Filtrez moins de catégories ou raccourcissez le titre.", es: "Filtre por menos categorías o acorte el título."
                )
            )
        case .linkExpired, .linkWithdrawn:
            return (
                locale.phrase(
                    title, de: "Dieser Link gilt nicht mehr", fr: "Ce lien n’est plus valable", es: "Este enlace ya no es válido"),
                locale.phrase(
                    detail, de: "Wer ihn geschickt hat, kann einen neuen schicken.", fr: "Demandez-en un nouveau à qui l’a envoyé.",
                    es: "Pida uno nuevo a quien lo envió."
                )
            )
        case .invalidLink:
            return (
                locale.phrase(
                    title, de: "Dieser Link funktioniert nicht", fr: "Ce lien ne fonctionne pas", es: "Este enlace no funciona"),
                locale.phrase(
                    detail, de: "Er ist nicht vollständig. Bitte ganz kopieren oder um einen neuen bitten.",
                    fr: "Il n’est pas complet. Copiez-le en entier ou demandez-en un nouveau.",
                    es: "No está completo. Cópielo entero o pida uno nuevo."
                )
            )
        case .rateLimited:
            return (
                locale.phrase(title, de: "Zu viele Anfragen", fr: "Trop de requêtes", es: "Demasiadas solicitudes"),
                locale.phrase(
                    detail, de: "Bitte in Kürze noch einmal versuchen.", fr: "Réessayez dans un instant.",
                    es: "Vuelva a intentarlo dentro de un momento."
                )
            )
        case .forbidden:
            return (
                locale.phrase(title, de: "Nicht erlaubt", fr: "Non autorisé", es: "No permitido"),
                locale.phrase(
                    detail, de: "Ihr Konto darf das nicht.", fr: "Votre compte ne le permet pas.", es: "Su cuenta no lo permite."
                )
            )
        case .saturated, .unavailable:
            return (
                locale.phrase(
                    title, de: "Im Moment nicht verfügbar", fr: "Indisponible pour le moment", es: "No disponible por el momento"),
                locale.phrase(
                    detail, de: "Bitte in Kürze noch einmal versuchen.", fr: "Réessayez dans un instant.",
                    es: "Vuelva a intentarlo dentro de un momento."
                )
            )
        default:
            return (
                locale.phrase(title, de: "Das hat nicht geklappt", fr: "Cela n’a pas marché", es: "Algo ha fallado"),
                locale.phrase(
                    detail, de: "Als application/problem+json nennt die Antwort den Grund.",
                    fr: "La réponse en application/problem+json donne la raison.",
                    es: "La respuesta como application/problem+json da la razón."
                )
            )
        }
    }
}
