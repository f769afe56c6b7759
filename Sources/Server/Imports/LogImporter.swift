import Hummingbird
import LogReading
import NIOCore
import Purchases
import Storage

/// Brings logs that were sent into the store, a few at a time.
struct LogImporter: Sendable {
    let store: any PurchaseStore
    /// For reading logs, which keeps a processor busy as long as the log is.
    let admission: Admission
    let sizeLimit: Int
    let deadline: Duration
    /// Tells the time, in seconds since 1970 UTC.
    let now: @Sendable () -> Int64

    /// What a body may become when it is inflated: so many bytes, and so many times its own size. Logs shrink to a tenth; what shrinks to a
    /// hundredth is made to keep a server busy.
    static func inflationLimit(ofBytes count: Int) -> Int { min(4 << 30, max(64 << 20, count * 100)) }

    /// Receives a log within the limits.
    func receive(_ request: Request, _ context: ServerContext) async throws -> LogUpload {
        context.sentBody?.allow(TimeAmount(deadline))
        let upload = try await LogUpload.receive(request, limit: sizeLimit, deadline: deadline)
        context.sentBody?.markRead()
        if request.headers[.contentLength] == nil { context.work.note(byteCount: upload.log.byteCount) }
        return upload
    }

    /// Reads the log, or tells what it leaves open, and keeps nothing.
    ///
    /// - Throws: `Problem`, 422, when it is no purchase log.
    func examine(_ log: UploadedLog, _ options: PurchaseLog.Options) async throws -> (result: ImportResult?, questions: [LogQuestion]) {
        do {
            let reconciliation = try await reading {
                let log = try log.read(Self.bounded(options, for: log))
                var reconciliation = Reconciliation(of: log)
                var rows = try log.rows()
                while let row = try rows.next() { reconciliation.record(row) }
                return reconciliation
            }
            return (ImportResult(reconciliation: reconciliation, outcome: nil, isRehearsal: true), [])
        } catch PurchaseLogError.questions(let questions) {
            return (nil, questions)
        } catch let error as PurchaseLogError {
            throw Problem(error)
        }
    }

    /// How many imports are looked through for a log with the same columns.
    private static let rememberedImports = 100

    /// Returns what was said of the last log with the same columns that was kept; nil where there was none, or nothing was said.
    func rememberedOptions(for log: UploadedLog) async throws -> PurchaseLog.Options? {
        let header = try? await reading { try log.headerDigest(maximumBytes: Self.inflationLimit(ofBytes: log.byteCount)) }
        guard let header else { return nil }
        let records = try await store.imports(before: nil, limit: Self.rememberedImports)
        let reading = records.first { $0.undoing == nil && $0.reading?.header == header }?.reading
        return reading.flatMap { $0.options.isEmpty ? nil : PurchaseLog.Options(text: $0.options) }
    }

    /// The most rejected rows that are given back.
    private static let rejectionLimit = 100_000

    /// Reads the log for the rows that are rejected.
    ///
    /// - Throws: `Problem`, 422, when it is no purchase log.
    func rejections(of log: UploadedLog, _ options: PurchaseLog.Options) async throws -> [Rejection] {
        do {
            return try await reading {
                var rows = try log.read(Self.bounded(options, for: log)).rows()
                var rejections: [Rejection] = []
                while rejections.count < Self.rejectionLimit, let row = try rows.next() {
                    if case .rejected(let rejection) = row { rejections.append(rejection) }
                }
                return rejections
            }
        } catch let error as PurchaseLogError {
            throw Problem(error)
        }
    }

    /// Reads the log into the store, or says what that would do there.
    ///
    /// - Throws: `Problem`, 422, when it is no purchase log, or leaves something open; `StorageError`. Nothing is kept then.
    func keep(
        _ upload: UploadedLog, _ options: PurchaseLog.Options, _ settings: ImportSettings = ImportSettings()
    ) async throws -> ImportResult {
        do {
            let bounded = Self.bounded(options, for: upload)
            let (log, header) = try await reading {
                (try upload.read(bounded), try upload.headerDigest(maximumBytes: bounded.maximumBytes))
            }
            var settings = settings
            settings.origin = ImportOrigin(
                files: [.init(name: upload.name ?? "(sent without a name)", digest: upload.digest)], time: Timestamp(now()),
                reading: header.map { ImportRecord.Reading(header: $0, options: options.text) })
            let (reconciliation, outcome) = try await store.importPurchases(from: log, settings)
            return ImportResult(reconciliation: reconciliation, outcome: outcome, isRehearsal: settings.isRehearsal)
        } catch let error as PurchaseLogError {
            throw Problem(error)
        }
    }

    /// Undoes the last import.
    ///
    /// - Throws: `Problem`, 409, where there is none that could be undone; `StorageError`.
    func undo(_ number: Int?) async throws -> ImportRecord {
        do { return try await store.undoLastImport(number, at: Timestamp(now())) } catch let refusal as UndoRefusal {
            throw Problem(refusal)
        }
    }

    /// Reads a log when it is its turn; nobody waits for it whose client is gone.
    private func reading<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await abandonable { [admission] in try await admission.run(work) }
    }

    private static func bounded(_ options: PurchaseLog.Options, for log: UploadedLog) -> PurchaseLog.Options {
        var options = options
        options.maximumBytes = min(options.maximumBytes, inflationLimit(ofBytes: log.byteCount))
        return options
    }
}

extension Problem {
    /// The log as a whole cannot be read.
    init(_ error: PurchaseLogError) {
        guard case .questions(let questions) = error else {
            self.init(.notAPurchaseLog, detail: "\(error)".sentence)
            return
        }
        self.init(
            .openQuestions,
            detail: questions.map(\.text).joined(separator: " "),
            faults: questions.map { question in
                Fault(
                    place: .parameter(question.option.parameter), detail: question.text,
                    choices: question.choices.map { .init(parameter: $0.option.parameter, value: $0.value, detail: $0.meaning) })
            })
    }
}

extension String {
    /// The text with a capital letter and a full stop.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
