import ArgumentParser
import Purchases
import Reports
import Storage

extension CompletionKind {
    static let insights = CompletionKind.list(Insight.allCases.map(\.name))

    /// Ids of shoppers in the database that the settings name, those that begin with what was typed first.
    static let shoppers = CompletionKind.custom { _, _, prefix in
        await fromDatabase { try await $0.users(matching: prefix.isEmpty ? nil : prefix, after: nil, limit: 100).value.map(\.rawValue) }
    }

    static let categories = CompletionKind.custom { _, _, _ in
        await fromDatabase { try await Set($0.categoryMonths().value.map(\.category)).sorted() }
    }

    /// Reads what a shell offers; nothing where there is no database, since an error would stand in the middle of a line.
    private static func fromDatabase(_ read: (any Database) async throws -> [String]) async -> [String] {
        guard let settings = try? Settings.load(),
            let location = try? DatabaseLocation(settings.value(of: "database") ?? DatabaseOptions.standardURL),
            let store = try? open(location)
        else { return [] }
        return (try? await read(store)) ?? []
    }
}
