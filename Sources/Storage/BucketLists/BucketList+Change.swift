extension BucketList {
    /// Returns the list with a change made to it. A change that changes nothing leaves the version as it is.
    ///
    /// - Parameters:
    ///   - time: the time of the change, in seconds since 1970 UTC.
    ///   - base: the list that `undo` goes back to; nil when there is none.
    public func applying(_ change: BucketListChange, at time: Int64, base: BucketList? = nil) throws(BucketListError) -> BucketList {
        var list = self
        switch change {
        case .replace(let placements): list.replace(with: placements)
        case .add(let content, let position):
            let index = min(max((position ?? .max) - 1, 0), items.count)
            list.items.insert(BucketListItem(id: list.takeID(), content: content), at: index)
        case .edit(let id, let edit): try list.edit(id, edit)
        case .remove(let id): list.items.remove(at: try index(of: id))
        case .clear: list.items = []
        case .undo:
            guard let base else { throw .nothingToUndo }
            list.items = base.items
        }
        guard list.items.count <= Self.itemLimit else { throw .tooManyItems(list.items.count) }
        guard list != self else { return self }
        list.version += 1
        list.time = time
        return list
    }

    public func item(_ id: Int) -> BucketListItem? { items.first { $0.id == id } }

    private func index(of id: Int) throws(BucketListError) -> Int {
        guard let index = items.firstIndex(where: { $0.id == id }) else { throw .unknownItem(id) }
        return index
    }

    private mutating func takeID() -> Int {
        defer { nextID += 1 }
        return nextID
    }

    private mutating func replace(with placements: [BucketListChange.Placement]) {
        let issued = 1..<nextID
        var used: Set<Int> = []
        items = placements.map { placement in
            let kept = placement.id.flatMap { issued.contains($0) && used.insert($0).inserted ? $0 : nil }
            return BucketListItem(id: kept ?? takeID(), content: placement.content)
        }
    }

    private mutating func edit(_ id: Int, _ edit: BucketListChange.Edit) throws(BucketListError) {
        let index = try index(of: id)
        var item = items[index]
        if let name = edit.name { item.content.name = name }
        if let category = edit.category { item.content.category = category }
        if let price = edit.price { item.content.price = price }
        if let reason = edit.reason { item.content.reason = reason }
        if let isChecked = edit.isChecked { item.content.isChecked = isChecked }
        if let dueDate = edit.dueDate { item.content.dueDate = dueDate }
        items[index] = item
        if let position = edit.position {
            items.remove(at: index)
            items.insert(item, at: min(max(position - 1, 0), items.count))
        }
    }
}
