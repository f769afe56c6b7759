import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

extension BucketListRoutes {
    /// Makes the change where the list is as its writer thinks, and answers with what has become of it.
    func write(_ sent: SentChange, _ request: Request, at place: BucketListPlace) async throws -> Answer {
        let (version, tags) = try await tags(at: place)
        let ifMatch = request.headers[values: .ifMatch]
        let isUnmatched = !ifMatch.isEmpty && !tags.contains { $0.isNamedInAnyCoding(in: ifMatch) }
        if isUnmatched { throw try await stale(.preconditionFailed, at: place) }
        do {
            // What If-Match was compared with is what must be there when the change is made; a star is any list.
            let expected = sent.version ?? (ifMatch.isEmpty || ifMatch == ["*"] ? nil : version)
            let list = try await lists.changeBucketList(of: place.user, sent.change, ifVersion: expected, at: now())
            return try await answer(to: sent.change, list, at: place)
        } catch BucketListError.stale {
            throw try await stale(sent.version == nil ? .preconditionFailed : .conflict, at: place)
        }
    }

    /// The answer to a writer who was late, with the list as it is.
    private func stale(_ status: HTTPResponse.Status, at place: BucketListPlace) async throws -> Problem {
        let (sheet, tag) = try await current(at: place)
        return Problem(
            .staleVersion, status: status,
            detail: "The list is at version \(sheet.list.version) now, as it stands here under 'current'. Make the change to that one.",
            members: ["current": sheet.json], headers: [.eTag: tag.text]
        )
    }

    private func answer(to change: BucketListChange, _ list: BucketList, at place: BucketListPlace) async throws -> Answer {
        var headers: HTTPFields = [.cacheControl: "no-store", .eTag: try await tag(of: list, at: place).text]
        var members: JSON.Members = ["user_id": .string(place.user.rawValue), "message": .string(change.message(list))]
        switch change {
        case .add, .edit:
            let item: BucketListItem? =
                if case .edit(let id, _) = change { list.item(id) } else { list.item(list.nextID - 1) }
            members.append("item", .optional(item, \.json))
            if case .add = change, let item {
                headers[.location] = "\(place.path)/items/\(item.id)"
            }
            members.append("version", .integer(list.version))
        case .remove:
            members.append("count", .integer(list.items.count))
            members.append("version", .integer(list.version))
        case .replace, .clear, .undo:
            members.append("bucket_list", .array(list.items.map(\.json)))
            members.append("count", .integer(list.items.count))
        }
        return .json(.object(members), status: headers[.location] == nil ? .ok : .created, headers)
    }
}

extension BucketListChange {
    /// What was done, in a sentence.
    fileprivate func message(_ list: BucketList) -> String {
        let count = "\(list.items.count) \(list.items.count == 1 ? "item" : "items")"
        return switch self {
        case .replace: "The list has \(count) now."
        case .add: "The item was added."
        case .edit: "The item was changed."
        case .remove: "The item was removed."
        case .clear: "The list is empty now."
        case .undo: "The last change was undone: the list has \(count) now."
        }
    }
}
