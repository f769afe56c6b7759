import ArgumentParser
import Foundation
import Mailing
import Reports
import Server

struct LintMail: ParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint-mail",
        abstract: "Says what is wrong with a mail, in which client, and what to do about it.",
        usage: "cartograph lint-mail newsletter.eml",
        discussion: "The status is 0 when there is no error, 2 when there is one, and 1 when the file cannot be read."
    )
    static let options: [String] = []
    static let flags = ["json", "strict"]

    @Argument(help: ArgumentHelp("A message as mail programs save it; - for standard input.", valueName: "file"))
    var file: String

    @Flag(help: "Write JSON, as POST /api/mail/lint does.")
    var json = false

    @Flag(help: "Take a warning for an error.")
    var strict = false

    func run() throws {
        let lint = MailLint(ReceivedMessage(try InputBytes.read(file, upTo: ReceivedMessage.sizeLimit)))
        if json {
            FileHandle.standardOutput.write(Data(lint.json.bytes))
        } else {
            Terminal.output(Self.text(of: lint))
        }
        if lint.count(.error) > 0 || strict && lint.count(.warning) > 0 { throw ExitCode(2) }
    }

    private static func text(of lint: MailLint) -> String {
        func count(_ severity: MailRule.Severity) -> String {
            let count = lint.count(severity)
            return "\(count == 0 ? "no" : String(count)) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let findings = lint.findings.map { finding in
            """
            \(finding.rule.severity.rawValue): \(finding.rule.rawValue): \(finding.line.map { "line \($0): " } ?? "")\(finding.quote)
              \(finding.rule.reason)
              \(finding.rule.advice)

            """
        }
        let summary = "\(count(.error)), \(count(.warning)), \(count(.note)); \(lint.htmlSize) bytes of HTML, \(lint.messageSize) in all"
        return (findings + (lint.omittedCount > 0 ? ["and \(lint.omittedCount) more"] : []) + [summary]).joined(separator: "\n")
    }
}
