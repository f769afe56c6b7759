import Foundation
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

    static func rows(of log: PurchaseLog) throws -> [PurchaseLog.Row] {
        var rows = try log.rows()
        var all: [PurchaseLog.Row] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }

    static func rows(_ text: String, options: PurchaseLog.Options = .init()) throws -> [PurchaseLog.Row] {
        try rows(of: log(text, options: options))
    }

    static func purchases(_ text: String, options: PurchaseLog.Options = .init()) throws -> [Purchase] {
        try rows(text, options: options).compactMap(\.purchase)
    }

    static func rejections(_ text: String, options: PurchaseLog.Options = .init()) throws -> [Rejection] {
        try rows(text, options: options).compactMap(\.rejection)
    }
}

extension PurchaseLog.Row {
    var purchase: Purchase? { if case .purchase(let purchase, _) = self { purchase } else { nil } }
    var repairs: PurchaseLog.Repairs? { if case .purchase(_, let repairs) = self { repairs } else { nil } }
    var rejection: Rejection? { if case .rejected(let rejection) = self { rejection } else { nil } }
}
