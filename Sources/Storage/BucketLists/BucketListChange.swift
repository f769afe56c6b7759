public import Purchases

/// One thing that a person does to a bucket list.
public enum BucketListChange: Hashable, Sendable {
    /// All items anew. One with an id that the list gave before keeps it; the others get new ones.
    case replace([Placement])
    /// A new item at a position counted from 1; nil for the end.
    case add(BucketListItem.Content, position: Int?)
    case edit(Int, Edit)
    case remove(Int)
    case clear
    /// Back to before the last change that was not undone yet.
    case undo

    public struct Placement: Hashable, Sendable {
        public var id: Int?
        public var content: BucketListItem.Content

        public init(id: Int? = nil, content: BucketListItem.Content) {
            self.id = id
            self.content = content
        }
    }

    /// What changes about an item; nil leaves a part as it is.
    public struct Edit: Hashable, Sendable {
        public var name: String?
        public var category: String?
        public var price: Money??
        public var reason: String?
        public var isChecked: Bool?
        public var dueDate: CalendarDate??
        /// Counted from 1; past the end is the end.
        public var position: Int?

        public init() {}
    }

    /// What was done, in a word.
    public enum Kind: String, CaseIterable, Sendable { case replace, add, edit, remove, clear, undo }

    public var kind: Kind {
        switch self {
        case .replace: .replace
        case .add: .add
        case .edit: .edit
        case .remove: .remove
        case .clear: .clear
        case .undo: .undo
        }
    }
}
