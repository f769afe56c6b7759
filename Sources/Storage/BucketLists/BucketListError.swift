/// A reason a bucket list does not change.
public enum BucketListError: Error, Hashable, Sendable {
    /// Somebody else was faster: the list is not at the version that was expected.
    case stale(expected: Int, current: BucketList)
    case unknownItem(Int)
    /// The list would have so many items.
    case tooManyItems(Int)
    /// Nothing was changed yet, or so long ago that it is not kept.
    case nothingToUndo
}

extension BucketListError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .stale(let expected, let current):
            "The list was changed meanwhile: it is at version \(current.version), not \(expected). Look at it, then try again."
        case .unknownItem(let id): "There is no item \(id) on the list. It may have been removed; the list has the ids of all items."
        case .tooManyItems(let count):
            "The list would have \(count) items; \(BucketList.itemLimit) are allowed. Remove what was bought."
        case .nothingToUndo:
            "There is nothing to undo: no change was made, or it is too long ago; the last \(BucketListVersion.countLimit) versions are kept."
        }
    }
}
