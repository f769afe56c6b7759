import Charts

/// The page where people sign in.
public struct LoginPage: Sendable {
    /// Why somebody is not signed in.
    public enum Problem: Sendable {
        /// The name or the password is wrong; which of them is not said.
        case wrong
        /// There were too many attempts.
        case wait(seconds: Int)
    }

    let frame: Frame
    let heading: String
    let problem: String?
    let back: String
    let name: String
    let nameLabel: String
    let passwordLabel: String
    let button: String
    let forgotten: String

    /// - Parameters:
    ///   - back: the page to go on to.
    ///   - name: what was typed before.
    public init(_ problem: Problem? = nil, back: String, name: String = "", for reader: Reader) {
        let l = reader.locale
        heading = l.phrase("Sign in", de: "Anmelden", fr: "Connexion", es: "Iniciar sesión")
        self.problem = problem.map { problem in
            switch problem {
            case .wrong:
                l.phrase(
                    "The name or the password is wrong.", de: "Der Name oder das Passwort ist falsch.",
                    fr: "Le nom ou le mot de passe est incorrect.", es: "El nombre o la contraseña no son correctos.")
            case .wait(let seconds):
                l.phrase(
                    "There were too many attempts. Try again in \(seconds) seconds.",
                    de: "Es gab zu viele Versuche. Bitte in \(seconds) Sekunden noch einmal.",
                    fr: "Trop de tentatives. Réessayez dans \(seconds) secondes.",
                    es: "Demasiados intentos. Vuelva a intentarlo dentro de \(seconds) segundos.")
            }
        }
        self.back = back
        self.name = name
        nameLabel = l.phrase("Name or mail address", de: "Name oder E-Mail-Adresse", fr: "Nom ou adresse e-mail", es: "Nombre o correo")
        passwordLabel = l.phrase("Password", de: "Passwort", fr: "Mot de passe", es: "Contraseña")
        button = l.phrase("Sign in", de: "Anmelden", fr: "Se connecter", es: "Entrar")
        forgotten = l.phrase(
            "Forgotten the password? Whoever runs this server can give you another one.",
            de: "Passwort vergessen? Wer diesen Server betreibt, kann ein neues vergeben.",
            fr: "Mot de passe oublié\u{202F}? L’administrateur du serveur peut vous en donner un autre.",
            es: "¿Olvidó la contraseña? Quien administra este servidor puede darle otra.")
        frame = Frame(heading, in: nil, for: reader)
    }
}
