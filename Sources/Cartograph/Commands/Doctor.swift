import Access
import ArgumentParser
import Drawing
import Foundation
import Mailing
import Purchases
import Signing
import Storage
import Synchronization
import Typography

struct Doctor: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks whether all that the program needs is there, and says what to do.",
        usage: "cartograph doctor --database sqlite:shop.sqlite --smtp smtp://mail.example.org:587",
        discussion: """
            Changes nothing, unless --recount says so. Exit status: 0 when the program can work, 1 when something keeps it from that.

            What all shoppers bought together, the sums of categories, and the index of shoppers are made of the purchases by each import. \
            With --recount they are made of them once more, all of them, in one step; imports and edits wait meanwhile.
            """
    )
    static let options = DatabaseOptions.names + SigningOptions.names + ["smtp", "smtp-certificates"]
    static let flags = SigningOptions.flags + ["recount"]

    @Flag(help: "Count everything anew from the purchases.") var recount = false
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var signing: SigningOptions

    @Option(help: ArgumentHelp("The mail server that `serve` is to send by, as in smtp://user:password@host:587.", valueName: "url"))
    var smtp: String?

    @Option(help: ArgumentHelp("Certificates to trust in place of the machine's, in PEM.", valueName: "file"))
    var smtpCertificates: String?

    func run() async throws {
        var findings: [Finding] = []
        func add(_ new: [Finding]) {
            for finding in new { Terminal.output(finding.line) }
            findings += new
        }
        add(Machine.fonts())
        add(Machine.libraries())
        let (opened, onDatabase) = try await lookAtDatabase()
        add(onDatabase)
        add(try Machine.disk(of: database.database))
        add(Machine.clock(now: .now))
        add(try await lookAtKeys(opened))
        add(try lookAtMail())
        let steps = findings.compactMap(\.step)
        Terminal.output(steps.isEmpty ? "\nNothing to do." : "\nWhat to do:")
        for step in steps { Terminal.output("- \(step)") }
        if findings.contains(where: { $0.state == .fault }) { throw ExitCode(1) }
    }

    private typealias OpenDatabase = any PurchaseStore & AccessStore

    private func lookAtDatabase() async throws -> (OpenDatabase?, [Finding]) {
        let location = try database.database
        if case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
            // A machine may be looked over before there is anything on it; there is nothing to count then.
            if recount { _ = try open(location) }
            return (
                nil, [Finding("database", .note, "\(location) is not there yet", step: "Import a purchase log: cartograph import FILE.")]
            )
        }
        do {
            let store = try location.open()
            try await store.checkAvailability()
            var findings: [Finding] = []
            if try await store.users(matching: nil, after: nil, limit: 1).value.isEmpty {
                findings.append(Finding("database", .note, "\(location) is empty", step: "Import a purchase log: cartograph import FILE."))
            } else {
                findings.append(Finding("database", .fine, "\(location)"))
            }
            if recount { findings.append(Finding("database", .fine, try await Self.recount(store))) }
            return (store, findings)
        } catch let error as StorageError {
            let detail = error.detail.map { " (\($0))" } ?? ""
            return (nil, [Finding("database", .fault, "\(location) cannot be used\(detail)", step: "\(error)")])
        }
    }

    /// Counts everything anew, and says what came of it.
    private static func recount(_ store: any PurchaseStore) async throws -> String {
        let corrections = try await store.recount()
        return switch corrections {
        case 0: "all counts were right"
        case 1: "1 count was wrong and is right now"
        default: "\(corrections) counts were wrong and are right now"
        }
    }

    private func lookAtKeys(_ store: OpenDatabase?) async throws -> [Finding] {
        var findings: [Finding] = []
        do {
            let count = try signing.givenRing()?.count ?? 0
            if count == 0 {
                findings.append(Finding("keys", .fine, "links are signed with the database's own key"))
            } else if try signing.keepsDatabaseKey {
                findings.append(
                    Finding(
                        "keys", .note, "\(count) for links, and the database's own one still holds",
                        step: "Once its links have expired, or now, end them with --retire-database-key."))
            } else {
                findings.append(Finding("keys", .fine, "\(count) for links"))
            }
        } catch let failure as Failure {
            findings.append(Finding("keys", .fault, "those for links cannot be read", step: failure.description))
        }
        guard let store else { return findings }
        let (keys, accounts) = (try await store.keys(), try await store.accounts())
        let now = Timestamp.now
        let holding = keys.filter { $0.revocation == nil && ($0.expiry.map { now < $0 } ?? true) }
        let open = accounts.filter { !$0.isLocked }
        findings.append(
            Finding("access", .fine, "\(holding.count) of \(keys.count) API keys hold, \(open.count) of \(accounts.count) accounts"))
        for key in holding {
            guard let expiry = key.expiry, expiry.secondsSince1970 - now.secondsSince1970 < 14 * 86_400 else { continue }
            findings.append(
                Finding(
                    "access", .note, "the key \(key.id) (\(key.name)) expires \(expiry)",
                    step: "Give “\(key.name)” another key: cartograph keys add."))
        }
        return findings
    }

    private func lookAtMail() throws -> [Finding] {
        guard let smtp else { return [Finding("mail", .fine, "no mail server is given, so none is sent")] }
        var server: MailServer
        do { server = try MailServer(smtp) } catch {
            return [Finding("mail", .fault, "--smtp cannot be read", step: "For --smtp \(error).")]
        }
        server.certificates = smtpCertificates
        server.timeout = .seconds(15)
        do {
            try server.greet()
            return [Finding("mail", .fine, "the mail server answers\(server.isAuthenticated ? " and takes the password" : "")")]
        } catch {
            return [Finding("mail", .fault, "\(error)", step: "Check --smtp and the mail server; until then no reports are mailed.")]
        }
    }
}

/// What was found out about one thing that the program needs.
struct Finding {
    enum State: String {
        case fine = "ok"
        /// It works, and could be better.
        case note = "note"
        case fault = "FAULT"
    }

    let topic: String
    let state: State
    let text: String
    /// What to do; nil when it is fine.
    let step: String?

    init(_ topic: String, _ state: State, _ text: String, step: String? = nil) {
        self.topic = topic
        self.state = state
        self.text = text
        self.step = step
    }

    var line: String {
        let padding = { (text: String, width: Int) in text + String(repeating: " ", count: max(width - text.count, 0)) }
        return "\(padding(state.rawValue, 6)) \(padding(topic, 10)) \(text)"
    }
}
