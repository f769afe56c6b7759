import Foundation
import Logging
import Purchases
import Reports

/// Writes each event as a line of JSON to standard error, for programs that collect logs: `time`, `level`, `message`, and what belongs to
/// the event.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let provided = metadataProvider?.get() ?? [:]
        let details = metadata.merging(provided) { $1 }.merging(event.metadata ?? [:]) { $1 }
        FileHandle.standardError.write(Data(Self.line(of: event, details, at: Date.now.timeIntervalSince1970)))
    }

    /// - Parameter seconds: since 1970 UTC.
    static func line(of event: LogEvent, _ details: Logger.Metadata, at seconds: Double) -> [UInt8] {
        let milliseconds = Int64((seconds * 1_000).rounded(.down))
        let fraction = String(1_000 + milliseconds % 1_000).dropFirst()
        let time = "\(Timestamp(milliseconds / 1_000).description.dropLast()).\(fraction)Z"
        var members: JSON.Members = [
            "time": .string(time), "level": .string(event.level.rawValue), "message": .string(event.message.description),
        ]
        let names: Set = ["time", "level", "message"]
        for (name, value) in details.sorted(by: { $0.key < $1.key }) where !names.contains(name) { members.append(name, value.json) }
        return JSON.object(members).bytes
    }
}

extension Logger.MetadataValue {
    fileprivate var json: JSON {
        switch self {
        case .string(let text): Self.json(of: text)
        case .stringConvertible(let value): Self.json(of: value.description)
        case .array(let values): .array(values.map(\.json))
        case .dictionary(let members): .object(JSON.Members(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
        }
    }

    /// Whole numbers and decimals as such, since whoever collects them adds them up.
    private static func json(of text: String) -> JSON {
        guard text.utf8.count <= 15, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else { return .string(text) }
        if let number = Int(text), String(number) == text { return .integer(number) }
        if let number = Double(text), "\(number)" == text { return .number(number) }
        return .string(text)
    }
}
