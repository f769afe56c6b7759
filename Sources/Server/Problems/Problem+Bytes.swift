import Charts
import Drawing
import HTTPTypes
import Reports
import Typography

extension Problem {
    static let mediaType = "application/problem+json"

    /// The problem as RFC 9457 writes it.
    var json: [UInt8] {
        var members: JSON.Members = [
            "type": .string(type), "title": .string(title), "status": .integer(status.code), "detail": .string(detail),
        ]
        if !faults.isEmpty {
            let errors = faults.map { fault -> JSON in
                var members: JSON.Members =
                    switch fault.place {
                    case .parameter(let name): ["parameter": .string(name), "detail": .string(fault.detail)]
                    case .pointer(let pointer): ["pointer": .string(pointer), "detail": .string(fault.detail)]
                    }
                if !fault.choices.isEmpty {
                    let choices = fault.choices.map { choice -> JSON in
                        ["parameter": .string(choice.parameter), "value": .string(choice.value), "detail": .string(choice.detail)]
                    }
                    members.append("choices", .array(choices))
                }
                return .object(members)
            }
            members.append("errors", .array(errors))
        }
        members.append(contentsOf: self.members)
        return JSON.object(members).bytes
    }

    /// Returns a picture that says the problem in words, for those who see nothing but the picture.
    func picture(
        as representation: Representation, style: PictureStyle, locale: Locale, typesetter: Typesetter
    ) throws -> [UInt8] {
        let (title, detail) = words(in: locale)
        return try Scene(message: title, detail: detail, size: style.size, theme: style.theme, locale: locale, measuring: typesetter)
            .bytes(as: representation, style: style, typesetter: typesetter)
    }
}
