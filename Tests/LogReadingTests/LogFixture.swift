import Foundation
import LogReading
import Purchases

/// Logs made of text, in a file that is gone once it is open.
enum LogFixture {
    static let header = "OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description\n"

    static func log(_ bytes: [UInt8], options: PurchaseLog.Options = .init()) throws -> PurchaseLog {
        let file = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try PurchaseLog(contentsOf: file.path(), options: options)
    }

    static func log(_ text: String, options: PurchaseLog.Options = .init()) throws -> PurchaseLog {
        try log(Array(text.utf8), options: options)
    }

    /// Opens a log as `log` does, and throws nothing but what the log is refused for.
    static func opened(_ text: String, options: PurchaseLog.Options = .init()) throws(PurchaseLogError) -> PurchaseLog {
        do { return try log(text, options: options) } catch let error as PurchaseLogError { throw error } catch {
            throw .cannotRead(reason: "\(error)")
        }
    }

    /// Opens a log with options as they are typed, `--` left out: `["decimal ,", "set customer=me"]`.
    static func log(_ bytes: [UInt8], _ arguments: [String]) throws -> PurchaseLog { try log(bytes, options: options(arguments)) }

    static func options(_ arguments: [String]) throws -> PurchaseLog.Options {
        var options = PurchaseLog.Options()
        for argument in arguments {
            let space = argument.firstIndex(of: " ") ?? argument.endIndex
            guard let option = LogOption(rawValue: String(argument[..<space])) else { throw PurchaseLogError.empty }
            try options.take(option, String(argument[space...].dropFirst()))
        }
        return options
    }

    /// What a log leaves open, none when it is read.
    static func questions(_ bytes: [UInt8], _ arguments: [String] = []) throws -> [LogQuestion] {
        do throws(PurchaseLogError) {
            do { _ = try log(bytes, arguments) } catch let error as PurchaseLogError { throw error } catch {
                throw .cannotRead(reason: "\(error)")
            }
            return []
        } catch .questions(let questions) { return questions }
    }

    static func questions(_ text: String, _ arguments: [String] = []) throws -> [LogQuestion] { try questions(Array(text.utf8), arguments) }

    static func rows(of log: PurchaseLog) throws -> [PurchaseLog.Row] {
        var rows = try log.rows()
        var all: [PurchaseLog.Row] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }

    static func rows(_ text: String, options: PurchaseLog.Options = .init()) throws -> [PurchaseLog.Row] {
        try rows(of: log(text, options: options))
    }

    static func rows(_ text: String, _ arguments: [String]) throws -> [PurchaseLog.Row] {
        try rows(of: log(Array(text.utf8), arguments))
    }

    static func purchases(_ text: String, options: PurchaseLog.Options = .init()) throws -> [Purchase] {
        try rows(text, options: options).compactMap(\.purchase)
    }

    static func rejections(_ text: String, options: PurchaseLog.Options = .init()) throws -> [Rejection] {
        try rows(text, options: options).compactMap(\.rejection)
    }

    static func reconciliation(_ text: String, _ arguments: [String] = []) throws -> Reconciliation {
        let log = try log(Array(text.utf8), arguments)
        var reconciliation = Reconciliation(of: log)
        for row in try rows(of: log) { reconciliation.record(row) }
        return reconciliation
    }
}

extension PurchaseLog.Row {
    var purchase: Purchase? { if case .purchase(let purchase, _) = self { purchase } else { nil } }
    var repairs: PurchaseLog.Repairs? { if case .purchase(_, let repairs) = self { repairs } else { nil } }
    var rejection: Rejection? { if case .rejected(let rejection) = self { rejection } else { nil } }
    var leftOut: PurchaseLog.LeftOut? { if case .leftOut(let row) = self { row } else { nil } }
}
