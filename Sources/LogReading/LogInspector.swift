/// Decides how a log is to be read, or tells what it leaves open.
struct LogInspector {
    let file: LogFile
    let options: PurchaseLog.Options

    /// As many bytes of text as the way of cutting and the header are found by.
    private static let sampleBytes = 128 << 10
    /// The most answers that are taken unseen.
    private static let answerLimit = 20

    init(_ file: LogFile, _ options: PurchaseLog.Options) {
        self.file = file
        self.options = options
    }

    /// - Throws: `questions` where something is open.
    func plan() throws(PurchaseLogError) -> ReadingPlan {
        var options = options
        var taken: [ReadingSummary.TakenAnswer] = []
        while true {
            do throws(PurchaseLogError) {
                var plan = try LogInspector(file, options).decided()
                plan.summary.takenAnswers = taken
                return plan
            } catch .questions(let questions) where options.takesLikelier {
                // An answer may settle other questions, so that all are asked again.
                guard let question = questions.first(where: { $0.likelier != nil }), let choice = question.likelier,
                    taken.count < Self.answerLimit
                else { throw .questions(questions) }
                try options.take(choice.option, choice.value)
                taken.append(.init(question: question, choice: choice))
            }
        }
    }

    /// Returns the names of the columns, or the cells of the first row where none is plainly a header.
    func columns() throws(PurchaseLogError) -> [String]? {
        var plan = ReadingPlan()
        try openContainer(&plan)
        var detector = EncodingDetector(options)
        try detector.decide(&plan, file)
        let text = try sampleToCut(&plan)
        do throws(PurchaseLogError) { try cut(text, &plan) } catch {
            let sample = SampleTable(text, dialect: plan.dialect, options: options)
            return sample.rows.first { !$0.isBlank }?.cells
        }
        return plan.header
    }

    private func decided() throws(PurchaseLogError) -> ReadingPlan {
        var plan = ReadingPlan()
        try openContainer(&plan)
        var detector = EncodingDetector(options)
        try detector.decide(&plan, file)
        while true {
            var attempt = plan
            let census = try inspectText(&attempt)
            // Bytes that are no UTF-8 may stand far below what was looked at first.
            if try detector.decideAgain(&plan, census, file) { continue }
            return attempt
        }
    }

    private func openContainer(_ plan: inout ReadingPlan) throws(PurchaseLogError) {
        let head = try LogSource(FileStream(file), maximumBytes: options.maximumBytes).next(Container.headBytes)
        if head.starts(with: [0x1F, 0x8B]) {
            plan.container = .gzip
            plan.decide(.container, "gzip", by: "its first bytes")
            try Container.check(
                try LogSource(plan.stream(file), maximumBytes: options.maximumBytes).next(Container.headBytes),
                isOfKnownEncoding: options.encoding != nil)
        } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            if let workbook = try Workbook.open(file) {
                try choose(of: workbook, &plan)
            } else {
                try chooseMember(&plan)
            }
        } else {
            try Container.check(head, isOfKnownEncoding: options.encoding != nil)
        }
    }

    private func choose(of workbook: Workbook, _ plan: inout ReadingPlan) throws(PurchaseLogError) {
        plan.workbook = workbook
        plan.dialect.padsRows = true
        let names = workbook.sheets.map(\.name)
        if let wanted = options.sheet {
            guard let sheet = names.firstIndex(of: wanted) ?? Int(wanted).map({ $0 - 1 }).flatMap({ names.indices.contains($0) ? $0 : nil })
            else {
                throw .noSuchSheet(String(excerptOf: wanted), found: names.map { String(excerptOf: $0) })
            }
            plan.container = .workbook(sheet: sheet)
            plan.decide(.container, "a workbook, sheet \"\(String(excerptOf: names[sheet]))\"", by: "the option")
            return
        }
        // The first sheet with the columns; where none has them, the first, which says what it has.
        var first: Int?
        for sheet in names.indices {
            plan.container = .workbook(sheet: sheet)
            let text = try LogSource(plan.stream(file), maximumBytes: options.maximumBytes).next(Self.sampleBytes)
            let sample = SampleTable(text, dialect: plan.dialect, options: options)
            if sample.rows.contains(where: { !$0.isBlank }) { first = first ?? sheet }
            guard sample.rows.prefix(100).contains(where: { LayoutFinder.recognised($0.cells, options: options) >= 3 }) else { continue }
            plan.decide(.container, "a workbook, sheet \"\(String(excerptOf: names[sheet]))\"", by: "the first sheet with the columns")
            return
        }
        guard let first else { throw .empty }
        plan.container = .workbook(sheet: first)
        plan.decide(.container, "a workbook, sheet \"\(String(excerptOf: names[first]))\"", by: "the first sheet that holds something")
    }

    private func chooseMember(_ plan: inout ReadingPlan) throws(PurchaseLogError) {
        let tables = try ZipArchive(file).entries().filter { entry in
            let name = entry.name.lowercased()
            return [".csv", ".tsv", ".txt"].contains { name.hasSuffix($0) } && !name.hasPrefix("__macosx/") && !name.contains("/._")
        }
        guard tables.count == 1, let table = tables.first else { throw .notOneTable(tables.map { String(excerptOf: $0.name, limit: 100) }) }
        plan.container = .zip(member: table.index)
        plan.decide(.container, "a zip archive with \"\(String(excerptOf: table.name, limit: 100))\"", by: "its only table")
        try Container.check(
            try LogSource(plan.stream(file), maximumBytes: options.maximumBytes).next(Container.headBytes),
            isOfKnownEncoding: options.encoding != nil)
    }

    /// Decides all that the text says.
    ///
    /// - Returns: what its bytes say about being UTF-8.
    private func inspectText(_ plan: inout ReadingPlan) throws(PurchaseLogError) -> UTF8Census {
        let sample = try sampleToCut(&plan)
        try cut(sample, &plan)
        let finder = try LayoutFinder(header: plan.header, options: options)
        plan.layout = finder.layout
        plan.profile = finder.profile
        plan.summary.layout = finder.profile?.name
        plan.summary.unusedColumns = plan.layout.unused.map { plan.layout.names[$0] }.filter { !$0.isEmpty }
        if let profile = finder.profile {
            plan.decide(.layout, profile.title, by: options.profile == nil ? "the names of its columns" : "the option")
        }
        var decider = PropertyDecider(plan, finder, options)
        try decider.filterRows()

        var records = try decider.plan.records(file, options)
        var census = LogCensus(layout: plan.layout, sorter: RowSorter(layout: plan.layout, rules: decider.plan.rules))
        while let record = try records.next() {
            guard case .cells = record else { continue }
            let buffer = records.buffer
            census.count(buffer.span, records.cells)
        }
        let encodingCensus = records.encodingCensus
        if encodingCensus.invalidBytes == 0 || plan.encoding != .utf8 {
            guard census.rows > 0 || records.line > plan.headerLine else { throw .noRows }
            try decider.decide(census)
        }
        plan = decider.plan
        return encodingCensus
    }

    /// The first lines of the text, ended by line feeds.
    private func sampleToCut(_ plan: inout ReadingPlan) throws(PurchaseLogError) -> [UInt8] {
        let sample = try sampleText(plan)
        plan.mapsReturns = Self.endsLinesInReturns(sample)
        guard plan.mapsReturns else { return sample }
        plan.decide(.delimiter, "lines that end in a carriage return", by: "there being few or no line feeds")
        return try sampleText(plan)
    }

    /// The first lines of the text, without one that is cut off.
    private func sampleText(_ plan: ReadingPlan) throws(PurchaseLogError) -> [UInt8] {
        let wanted = Self.sampleBytes
        let text = try plan.source(file, options).next(wanted)
        guard text.count == wanted, let end = text.lastIndex(of: plan.mapsReturns || text.contains(.lineFeed) ? .lineFeed : .carriageReturn)
        else {
            return text
        }
        return Array(text[...end])
    }

    private static func endsLinesInReturns(_ text: [UInt8]) -> Bool {
        var (feeds, returns) = (0, 0)
        for (index, byte) in text.enumerated() {
            if byte == .lineFeed { feeds += 1 }
            guard byte == .carriageReturn, index + 1 < text.count else { continue }
            if text[index + 1] != .lineFeed, text[index + 1] != .carriageReturn { returns += 1 }
        }
        return returns > 0 && returns >= feeds
    }

    /// Finds how the text is cut into cells, and where its table begins.
    private func cut(_ text: [UInt8], _ plan: inout ReadingPlan) throws(PurchaseLogError) {
        var sampled = options
        let line = Self.separatorLine(text)
        if options.delimiter == nil { sampled.delimiter = line }
        if plan.workbook == nil {
            let score = DialectFinder(text: text, options: sampled).best()
            plan.dialect = score.dialect
            let basis =
                options.delimiter != nil
                ? "the option" : line != nil ? "its first line, sep=" : "the columns that it parts all rows into"
            plan.decide(.delimiter, plan.dialect.delimiterName, by: basis)
            if plan.dialect.quote != .quote || plan.dialect.escapesWithBackslash {
                let quote = plan.dialect.quote.map { $0 == .quote ? "double quotes" : "apostrophes" } ?? "none"
                plan.decide(
                    .quote, plan.dialect.escapesWithBackslash ? "\(quote), escaped by backslashes" : quote,
                    by: options.quote == nil ? "the cells that they surround" : "the option")
            }
        }
        let sample = SampleTable(text, dialect: plan.dialect, options: options)
        let table = try TableFinder(sample: sample, options: options, isPadded: plan.dialect.padsRows).table()
        plan.header = table.header
        plan.headerLine = table.headerLine
        plan.width = table.width
        plan.summary.preambleRows = table.preambleRows
        if table.headerLine != 1 {
            let basis = options.headerRow != nil ? "the option" : "the first line that names known columns"
            let above = table.preambleRows == 0 ? "" : ", \(table.preambleRows) \(table.preambleRows == 1 ? "line" : "lines") above it"
            plan.decide(.table, table.headerLine == 0 ? "no header" : "header on line \(table.headerLine)\(above)", by: basis)
        }
    }

    /// The delimiter that a first line such as `sep=;` names, as Excel writes and reads it.
    private static func separatorLine(_ text: [UInt8]) -> UInt8? {
        var line = text.prefix { $0 != .lineFeed && $0 != .carriageReturn }
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        let bytes = line.filter { $0 != .quote }
        guard bytes.count == 5, String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "sep=", let delimiter = bytes.last,
            !delimiter.isLetterOrDigit
        else { return nil }
        return delimiter
    }
}
