import Foundation

/// A message as Python's `email` package reads it, which shares no code with ours.
struct ReadMail: Decodable {
    struct Part: Decodable {
        var type: String
        var id: String?
        var disposition: String?
        var fileName: String?
        var charset: String?
        /// The decoded content: text, or bytes in base64.
        var content: String?
        var parameters: [String: String]
        var defects: [String]
    }

    /// By lower-case name, decoded.
    var headers: [String: [String]]
    /// In the order of the message, each before those within it.
    var parts: [Part]
    var defects: [String]

    struct Failure: Error, CustomStringConvertible { var description: String }

    init(_ bytes: [UInt8]) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).eml")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "python3 ended with \(process.terminationStatus)") }
        self = try JSONDecoder().decode(ReadMail.self, from: data)
    }

    func part(_ type: String) -> Part? { parts.first { $0.type == type } }

    private static let program = """
        import base64, email, email.policy, json, sys
        message = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
        headers = {}
        for name, value in message.items(): headers.setdefault(name.lower(), []).append(str(value))
        parts = []
        for part in message.walk():
            content = None
            if not part.is_multipart():
                content = part.get_content()
                if isinstance(content, bytes): content = base64.b64encode(content).decode()
            defects = [str(d) for d in part.defects] + [str(d) for v in part.values() for d in getattr(v, "defects", [])]
            parts.append(dict(type=part.get_content_type(), id=part["content-id"], disposition=part.get_content_disposition(),
                fileName=part.get_filename(), charset=part.get_content_charset(), content=content,
                parameters={k: v for k, v in part["content-type"].params.items()}, defects=defects))
        print(json.dumps(dict(headers=headers, parts=parts, defects=[str(d) for d in message.defects])))
        """
}
