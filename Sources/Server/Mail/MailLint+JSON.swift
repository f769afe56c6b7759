public import Mailing
public import Reports

extension MailLint {
    /// The findings as `POST /api/mail/lint` and `cartograph lint-mail --json` give them.
    public var json: JSON {
        var members: JSON.Members = [
            "errors": .integer(count(.error)), "warnings": .integer(count(.warning)), "notes": .integer(count(.note)),
            "html_bytes": .integer(htmlSize), "message_bytes": .integer(messageSize),
            "findings": .array(
                findings.map { finding in
                    [
                        "rule": .string(finding.rule.rawValue), "severity": .string(finding.rule.severity.rawValue),
                        "line": .optional(finding.line, JSON.integer), "quote": .string(finding.quote),
                        "reason": .string(finding.rule.reason),
                        "advice": .string(finding.rule.advice),
                    ]
                }
            ),
        ]
        if omittedCount > 0 { members.append("omitted", .integer(omittedCount)) }
        return .object(members)
    }
}
