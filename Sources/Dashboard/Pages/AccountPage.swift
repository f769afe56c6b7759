import Charts

/// The page about who is signed in.
public struct AccountPage: Sendable {
    public enum Outcome: Sendable {
        case passwordChanged, wrongPassword
        case shortPassword(minimum: Int)
        case wait(seconds: Int)
    }

    /// What the page says of an account.
    public struct Description: Sendable {
        var name: String
        var role: Role
        var shopper: String?
        /// Whether the password is this server's to change.
        var canChangePassword: Bool
        var mayManageKeys: Bool

        public enum Role: Sendable { case shopper, analyst, admin }

        public init(name: String, role: Role, shopper: String?, canChangePassword: Bool, mayManageKeys: Bool) {
            self.name = name
            self.role = role
            self.shopper = shopper
            self.canChangePassword = canChangePassword
            self.mayManageKeys = mayManageKeys
        }
    }

    let frame: Frame
    let heading: String
    let name: String
    let description: String
    let message: String?
    let problem: String?
    let logout: String
    let keys: String?
    let canChangePassword: Bool
    let passwordHeading: String
    let currentLabel: String
    let newLabel: String
    let change: String
    let explanation: String

    public init(_ account: Description, _ outcome: Outcome? = nil, for reader: Reader) {
        let l = reader.locale
        heading = l.phrase("Your account", de: "Ihr Konto", fr: "Votre compte", es: "Su cuenta")
        name = account.name
        let who = account.name.isolated
        description =
            switch account.role {
            case .shopper:
                l.phrase(
                    "\(who), shopper \((account.shopper ?? "").isolated)", de: "\(who), Kunde \((account.shopper ?? "").isolated)",
                    fr: "\(who), client \((account.shopper ?? "").isolated)", es: "\(who), cliente \((account.shopper ?? "").isolated)")
            case .analyst:
                l.phrase(
                    "\(who) sees all shoppers and changes nothing.", de: "\(who) sieht alle Kunden und ändert nichts.",
                    fr: "\(who) voit tous les clients et ne modifie rien.", es: "\(who) ve a todos los clientes y no cambia nada.")
            case .admin:
                l.phrase(
                    "\(who) may do everything.", de: "\(who) darf alles.", fr: "\(who) peut tout faire.", es: "\(who) puede hacerlo todo.")
            }
        (message, problem) = Self.words(outcome, l)
        logout = l.phrase("Sign out", de: "Abmelden", fr: "Se déconnecter", es: "Cerrar sesión")
        keys = account.mayManageKeys ? l.phrase("API keys", de: "API-Schlüssel", fr: "Clés d’API", es: "Claves de API") : nil
        canChangePassword = account.canChangePassword
        passwordHeading = l.phrase("Another password", de: "Anderes Passwort", fr: "Changer de mot de passe", es: "Cambiar la contraseña")
        currentLabel = l.phrase("Password now", de: "Bisheriges Passwort", fr: "Mot de passe actuel", es: "Contraseña actual")
        newLabel = l.phrase(
            "New password, 10 characters or more", de: "Neues Passwort, mindestens 10 Zeichen",
            fr: "Nouveau mot de passe, 10 caractères au moins", es: "Contraseña nueva, 10 caracteres o más")
        change = l.phrase("Change it", de: "Ändern", fr: "Modifier", es: "Cambiar")
        explanation = l.phrase(
            "You are signed out everywhere else.", de: "Überall sonst werden Sie abgemeldet.",
            fr: "Vous serez déconnecté partout ailleurs.", es: "Se cerrará la sesión en todos los demás lugares.")
        frame = Frame(heading, in: .account, for: reader)
    }

    private static func words(_ outcome: Outcome?, _ l: Locale) -> (message: String?, problem: String?) {
        switch outcome {
        case nil: (nil, nil)
        case .passwordChanged:
            (
                l.phrase(
                    "The password is changed.", de: "Das Passwort ist geändert.", fr: "Le mot de passe est modifié.",
                    es: "La contraseña ha cambiado."), nil
            )
        case .wrongPassword:
            (
                nil,
                l.phrase(
                    "The password is wrong.", de: "Das Passwort ist falsch.", fr: "Le mot de passe est incorrect.",
                    es: "La contraseña no es correcta.")
            )
        case .shortPassword(let minimum):
            (
                nil,
                l.phrase(
                    "The new password needs at least \(minimum) characters.",
                    de: "Das neue Passwort braucht mindestens \(minimum) Zeichen.",
                    fr: "Le nouveau mot de passe doit avoir au moins \(minimum) caractères.",
                    es: "La contraseña nueva necesita al menos \(minimum) caracteres.")
            )
        case .wait(let seconds):
            (
                nil,
                l.phrase(
                    "There were too many attempts. Try again in \(seconds) seconds.",
                    de: "Es gab zu viele Versuche. Bitte in \(seconds) Sekunden noch einmal.",
                    fr: "Trop de tentatives. Réessayez dans \(seconds) secondes.",
                    es: "Demasiados intentos. Vuelva a intentarlo dentro de \(seconds) segundos.")
            )
        }
    }
}
