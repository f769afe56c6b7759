/// Decides the encoding of a log's text.
struct EncodingDetector {
    private let options: PurchaseLog.Options
    private var isSettled = false

    /// As many bytes as are looked at before the whole text is.
    private static let headBytes = 64 << 10

    init(_ options: PurchaseLog.Options) { self.options = options }

    mutating func decide(_ plan: inout ReadingPlan, _ file: LogFile) throws(PurchaseLogError) {
        isSettled = true
        guard plan.workbook == nil else { return }
        if let encoding = options.encoding {
            plan.encoding = encoding
            plan.decide(.encoding, "\(encoding)", by: "the option")
            return
        }
        let head = try LogSource(plan.stream(file), maximumBytes: options.maximumBytes).next(Self.headBytes)
        if let marked = TextEncoding.marked(head) {
            plan.encoding = marked.encoding
            plan.decide(.encoding, "\(marked.encoding)", by: marked.basis)
            return
        }
        isSettled = false
        var census = UTF8Census()
        head.withUnsafeBytes { census.count($0) }
        if census.invalidBytes > 0 { _ = try decideAgain(&plan, census, file) }
    }

    /// Looks again when bytes were no UTF-8.
    ///
    /// - Returns: whether the text is to be read anew.
    mutating func decideAgain(_ plan: inout ReadingPlan, _ census: UTF8Census, _ file: LogFile) throws(PurchaseLogError) -> Bool {
        guard !isSettled, census.invalidBytes > 0 else { return false }
        isSettled = true
        guard census.invalidBytes > census.multibyteCharacters else {
            // Single rows at fault, which are rejected.
            plan.decide(.encoding, "UTF-8", by: "most of its characters; \(census.invalidBytes.grouped) bytes are not")
            return true
        }
        let guesses = EncodingGuess.guesses(try bytesBeyondASCII(plan, file))
        guard let western = guesses.first(where: { $0.encoding == .windows1252 }), let best = guesses.first else { return false }
        let isPlain = western.plausibility >= 0.75 && best.plausibility - western.plausibility <= 0.15
        guard isPlain else { throw .questions([question(guesses)]) }
        plan.encoding = .windows1252
        plan.decide(.encoding, "Windows-1252", by: "bytes that are not UTF-8; it reads \(Self.quoted(western.words))")
        return true
    }

    private func question(_ guesses: [EncodingGuess]) -> LogQuestion {
        let likely = guesses.filter { $0.plausibility > 0.3 }.prefix(4)
        return LogQuestion(
            option: .encoding, text: "The encoding of the text is open: it is not UTF-8, and not plainly Windows-1252.",
            choices: (likely.isEmpty ? guesses.prefix(3) : likely).map {
                .init(option: .encoding, value: $0.encoding.name.lowercased(), meaning: "reads \(Self.quoted($0.words))")
            })
    }

    private static func quoted(_ words: [String]) -> String {
        words.prefix(3).map { "“\(String(excerptOf: $0, limit: 30))”" }.joined(separator: ", ")
    }

    /// The first parts of the text that hold bytes beyond ASCII.
    private func bytesBeyondASCII(_ plan: ReadingPlan, _ file: LogFile) throws(PurchaseLogError) -> [UInt8] {
        let source = LogSource(try plan.stream(file), maximumBytes: options.maximumBytes)
        var found: [UInt8] = []
        while found.count < 256 << 10 {
            let chunk = try source.next(Self.headBytes)
            if chunk.contains(where: { $0 >= 0x80 }) { found += chunk }
            if chunk.count < Self.headBytes { break }
        }
        return found
    }
}
