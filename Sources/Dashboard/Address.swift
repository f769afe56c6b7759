import Foundation

/// The path and the query of something this service answers.
struct Address {
    private var path: String
    private var fields: [(name: String, value: String)]

    init(_ segments: [String], _ fields: [(name: String, value: String)] = []) {
        path = segments.map { "/" + Self.encoded($0) }.joined()
        self.fields = fields.filter { !$0.value.isEmpty }
    }

    func adding(_ fields: [(name: String, value: String)]) -> Address {
        var address = self
        address.fields += fields
        return address
    }

    var text: String {
        let query = fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }

    private static func encoded(_ text: String) -> String {
        // RFC 3986, "unreserved characters": all that needs no escape anywhere in an address.
        let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
