import Foundation

/// What a part says it is, as in `text/html; charset=utf-8`.
struct ContentType: Hashable, Sendable {
    /// In lower case, as in `text/html`.
    let name: String
    /// Names in lower case.
    let parameters: [String: String]

    var isMultipart: Bool { name.hasPrefix("multipart/") }

    /// Reads the type; what is no parameter is passed over.
    init(_ text: String) {
        let header = HeaderParameters(text, quoting: .ofMail)
        name = header.value.lowercased().filter { !$0.isWhitespace }
        var parameters: [String: String] = [:]
        for (name, value) in header.parameters {
            // `name*0*` and the like: the sections stand in order in every mail that programs write.
            let parts = name.filter { !$0.isWhitespace }.split(separator: "*", omittingEmptySubsequences: false)
            let decoded = parts.count > 1 && parts.last == "" ? Self.decoded(value, isFirst: parts.count == 2 || parts[1] == "0") : value
            parameters[String(parts.first ?? ""), default: ""] += decoded
        }
        self.parameters = parameters
    }

    private static func decoded(_ value: String, isFirst: Bool) -> String {
        let text = isFirst ? String(value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false).last ?? "") : value
        return text.removingPercentEncoding ?? text
    }

    /// Returns text in the charset that the type names; in Latin-1, which has a character for each byte, where that is not known.
    func text(of bytes: [UInt8]) -> String {
        if let encoding, let text = String(data: Data(bytes), encoding: encoding) { return text }
        return String(data: Data(bytes), encoding: .isoLatin1) ?? String(decoding: bytes, as: UTF8.self)
    }

    /// Whether bytes can be text in the charset that the type names; without one they are to be ASCII (RFC 2046, section 4.1.2).
    func fits(_ bytes: [UInt8]) -> Bool {
        if bytes.allSatisfy({ $0 < 0x80 }), charset.map({ !$0.hasPrefix("utf-16") }) ?? true { return true }
        guard let charset, !["us-ascii", "ascii"].contains(charset) else { return false }
        // Of a charset that is not known here nothing can be said.
        return encoding.map { String(data: Data(bytes), encoding: $0) != nil } ?? true
    }

    private var charset: String? { parameters["charset"]?.lowercased() }

    private var encoding: String.Encoding? {
        switch charset ?? "utf-8" {
        case "utf-8", "us-ascii", "utf8", "ascii": .utf8
        case "iso-8859-1", "latin1": .isoLatin1
        case "windows-1252", "cp1252": .windowsCP1252
        case "iso-8859-2": .isoLatin2
        case "windows-1250": .windowsCP1250
        case "windows-1251": .windowsCP1251
        case "utf-16": .utf16
        case "shift_jis": .shiftJIS
        case "iso-2022-jp": .iso2022JP
        case "euc-jp": .japaneseEUC
        default: nil
        }
    }
}
