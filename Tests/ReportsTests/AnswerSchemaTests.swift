import Foundation
import Purchases
import Testing

@testable import Reports
@testable import Server

/// The description of each answer's JSON, which has no member too many and none too few.
@Suite struct AnswerSchemaTests {
    private static let disclosures = Disclosure.allCases

    private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private static func components() throws -> [String: [String: Any]] {
        let components = try object(OpenAPIDocument(version: "1").bytes)["components"] as? [String: Any]
        return try #require(components?["schemas"] as? [String: [String: Any]])
    }

    @Test func `every answer is as it is described, at every level`() async throws {
        let (shop, components) = (try await ExampleShop(), try Self.components())
        for (insight, query) in Question.addresses {
            let schema = try Self.object(insight.schema.json.bytes)
            for disclosure in Self.disclosures {
                for more in ["", "&include=regions", "&month=2023-05&category=Dairy", "&category=Nothing", "&as_of=2023-02-01"] {
                    let item = query.replacing("item=Milk", with: "item=House%20Pork%20Chops%202lb")
                    let encoded = "\(item)&disclosure=\(disclosure.rawValue)\(more)"
                    guard let request = try? InsightRequest(insight, of: shop.user, query: Query(encoded: encoded)) else { continue }
                    let bytes = try request.bytes(as: .json, from: shop.history, among: shop.everyone, typesetter: shop.typesetter)
                    let faults = SchemaCheck(components: components).faults(of: try Self.object(bytes), against: schema, at: "\(insight)")
                    #expect(faults.isEmpty, "\(encoded): \(faults.prefix(3))")
                }
            }
        }
    }

    @Test func `answers about the shop and pages of purchases are as they are described`() async throws {
        let (shop, components) = (try await ExampleShop(), try Self.components())
        for question in ShopQuestion.allCases {
            for disclosure in Self.disclosures where question.refusal(in: Presentation(disclosure: disclosure)) == nil {
                let json = ShopReport(shop.months, question).json(Presentation(disclosure: disclosure))
                let faults = SchemaCheck(components: components).faults(
                    of: try Self.object(json.bytes), against: try Self.object(question.schema.json.bytes), at: question.rawValue)
                #expect(faults.isEmpty, "\(disclosure): \(faults.prefix(3))")
            }
        }
        let page = PurchasePage(Subject(user: shop.user), purchases: Array(shop.history.prefix(3)), count: 3)
        let faults = SchemaCheck(components: components).faults(
            of: try Self.object(page.json.bytes), against: try Self.object(PurchasePage.schema.json.bytes), at: "purchases")
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test func `a member that is not described is a fault, and so is one that is missing`() throws {
        let schema = try Self.object(Schema.closed([("a", .count)], optional: [("b", .optional(.string))]).json.bytes)
        func faults(_ json: JSON) throws -> [String] {
            SchemaCheck(components: [:]).faults(of: try Self.object(json.bytes), against: schema, at: "$")
        }
        #expect(try faults(["a": 1, "b": .null]) == [])
        #expect(try faults(["a": 1, "c": 1]) == ["$.c is not described"])
        #expect(try faults(["b": "x"]) == ["$.a is missing"])
        #expect(try faults(["a": "x"]) == ["$.a is no integer"])
        #expect(try faults(["a": -1]) == ["$.a is -1"])
    }
}

/// As much of JSON Schema as the descriptions use.
private struct SchemaCheck {
    let components: [String: [String: Any]]

    func faults(of value: Any, against schema: [String: Any], at path: String) -> [String] {
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            return components[String(name)].map { faults(of: value, against: $0, at: path) } ?? ["\(path): there is no schema \(name)"]
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { faults(of: value, against: $0, at: path) }
            return all.contains { $0.isEmpty } ? [] : all.min { $0.count < $1.count } ?? []
        }
        if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") { return ["\(path) is \(value)"] }
        switch schema["type"] as? String {
        case "object":
            guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
            return faults(of: object, members: schema, at: path)
        case "array":
            guard let array = value as? [Any], let items = schema["items"] as? [String: Any] else { return ["\(path) is no array"] }
            return array.enumerated().flatMap { faults(of: $1, against: items, at: "\(path)[\($0)]") }
        case "null": return value is NSNull ? [] : ["\(path) is not null"]
        case "boolean": return value is Bool ? [] : ["\(path) is no boolean"]
        case "string": return value is String ? [] : ["\(path) is no string"]
        case "integer", "number":
            guard let number = value as? Double, !(value is NSNull), !(value is String) else {
                return ["\(path) is no \(schema["type"] ?? "")"]
            }
            if schema["type"] as? String == "integer", number != number.rounded() { return ["\(path) is no integer"] }
            let isInside = (schema["minimum"] as? Double ?? -.infinity)...(schema["maximum"] as? Double ?? .infinity) ~= number
            return isInside ? [] : ["\(path) is \(value)"]
        default: return ["\(path) has a schema that says nothing"]
        }
    }

    private func faults(of object: [String: Any], members schema: [String: Any], at path: String) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path).\($0) is missing" }
        return missing
            + object.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
                if let property = properties[name] { return faults(of: value, against: property, at: "\(path).\(name)") }
                if let others = schema["additionalProperties"] as? [String: Any] {
                    return faults(of: value, against: others, at: "\(path).\(name)")
                }
                return schema["additionalProperties"] as? Bool == false ? ["\(path).\(name) is not described"] : []
            }
    }
}
