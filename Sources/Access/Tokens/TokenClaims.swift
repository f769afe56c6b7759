import Foundation
import JWTKit

/// What a token says, whatever its names are.
enum ClaimValue: Hashable, Sendable, Codable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([ClaimValue])
    case members([String: ClaimValue])
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([ClaimValue].self) {
            self = .list(value)
        } else {
            self = .members(try container.decode([String: ClaimValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .flag(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .members(let value): try container.encode(value)
        case .null: try container.encodeNil()
        }
    }

    /// The texts: one, or those of a list.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        case .number, .flag, .members, .null: []
        }
    }
}

/// The claims of a token whose signature is right.
struct TokenClaims: JWTPayload {
    let values: [String: ClaimValue]

    init(from decoder: any Decoder) throws { values = try [String: ClaimValue](from: decoder) }
    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    /// The claims are checked by `TokenVerifier`, which is given the time.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// Returns a claim by its name, or by the names on the way to it: `realm_access.roles`.
    subscript(name: String) -> ClaimValue? {
        if let value = values[name] { return value }
        var value: ClaimValue? = .members(values)
        for part in name.split(separator: ".", omittingEmptySubsequences: false) {
            guard case .members(let members)? = value else { return nil }
            value = members[String(part)]
        }
        return value
    }

    /// Returns a time in seconds since 1970.
    func time(_ name: String) -> Double? {
        if case .number(let seconds)? = values[name] { seconds } else { nil }
    }
}
