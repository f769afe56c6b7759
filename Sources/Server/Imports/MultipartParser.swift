import Mailing

/// Reads `multipart/form-data` (RFC 7578) as it comes, so that memory does not grow with the files in it.
///
///     var parser = MultipartParser(boundary: boundary)
///     for try await bytes in body {
///         for event in try parser.events(of: bytes) { … }
///     }
///     try parser.finish()
struct MultipartParser {
    enum Event: Equatable {
        case part(name: String, fileName: String?)
        /// Some of the part's bytes.
        case bytes(ArraySlice<UInt8>)
    }

    enum Fault: Error, Equatable {
        case malformed
        case headerTooLong
        case tooManyParts
        case truncated
    }

    private enum State { case preamble, delimiter, header, content, epilogue }

    private static let headerLimit = 8 << 10
    private static let partLimit = 32

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var partCount = 0
    /// What came and was not yet understood. It begins with a line end that was never sent, which the first delimiter may lack.
    private var pending = Array("\r\n".utf8)[...]

    init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

    /// Takes the next bytes, and returns what they complete.
    mutating func events(of bytes: some Sequence<UInt8>) throws(Fault) -> [Event] {
        pending += bytes
        var events: [Event] = []
        while let event = try step() {
            if let event { events.append(event) }
        }
        // A slice would keep all that came before it.
        pending = Array(pending)[...]
        return events
    }

    /// Throws when the last delimiter has not come.
    func finish() throws(Fault) {
        guard state == .epilogue else { throw .truncated }
    }

    /// Does one step: nil when more bytes are needed, `.some(nil)` when the step says nothing.
    private mutating func step() throws(Fault) -> Event?? {
        switch state {
        case .preamble:
            guard let place = place(of: delimiter) else {
                pending = pending.suffix(delimiter.count - 1)
                return nil
            }
            pending = pending[(place + delimiter.count)...]
            state = .delimiter
            return .some(nil)
        case .delimiter: return try readDelimiterEnd()
        case .header: return try readHeader()
        case .content: return readContent()
        case .epilogue:
            pending = []
            return nil
        }
    }

    private mutating func readDelimiterEnd() throws(Fault) -> Event?? {
        guard pending.count >= 2 else { return nil }
        if pending.starts(with: "--".utf8) {
            state = .epilogue
            return .some(nil)
        }
        // Spaces may stand between a boundary and its line end (RFC 2046, section 5.1.1).
        let rest = pending.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard rest.count >= 2 else {
            if pending.count > Self.headerLimit { throw .headerTooLong }
            return nil
        }
        guard rest.starts(with: "\r\n".utf8) else { throw .malformed }
        // The line end stays: a part without a header has an empty line at once.
        pending = rest
        state = .header
        return .some(nil)
    }

    private mutating func readHeader() throws(Fault) -> Event?? {
        guard let end = place(of: Array("\r\n\r\n".utf8)) else {
            if pending.count > Self.headerLimit { throw .headerTooLong }
            return nil
        }
        guard end - pending.startIndex <= Self.headerLimit else { throw .headerTooLong }
        partCount += 1
        guard partCount <= Self.partLimit else { throw .tooManyParts }
        let lines = String(decoding: pending[..<end], as: UTF8.self).split(separator: "\r\n")
        pending = pending[(end + 4)...]
        state = .content
        let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
        let parameters = HeaderParameters(disposition.drop { $0 != ":" }.dropFirst())
        guard parameters.value.lowercased() == "form-data", let name = parameters["name"] else { throw .malformed }
        return .part(name: name, fileName: parameters["filename"])
    }

    private mutating func readContent() -> Event?? {
        if let place = place(of: delimiter) {
            let bytes = pending[..<place]
            pending = pending[(place + delimiter.count)...]
            state = .delimiter
            return .some(bytes.isEmpty ? nil : .bytes(bytes))
        }
        // The end may be the beginning of a delimiter.
        let certain = pending.dropLast(delimiter.count - 1)
        guard !certain.isEmpty else { return nil }
        pending = pending[certain.endIndex...]
        return .bytes(certain)
    }

    /// Returns where `pattern`, which begins with a carriage return, first stands.
    private func place(of pattern: [UInt8]) -> Int? {
        var start = pending.startIndex
        while let place = pending[start...].firstIndex(of: UInt8(ascii: "\r")), pending.endIndex - place >= pattern.count {
            if pending[place...].starts(with: pattern) { return place }
            start = place + 1
        }
        return nil
    }
}
