import HTTPTypes
import Storage

extension Problem {
    init(_ error: BucketListError) {
        switch error {
        case .stale:
            self.init(
                name: "stale-version", status: .conflict, title: "The list was changed meanwhile", detail: error.description)
        case .unknownItem:
            self.init(name: "unknown-item", status: .notFound, title: "Unknown item", detail: error.description)
        case .tooManyItems:
            self.init(name: "list-full", status: .unprocessableContent, title: "The list is full", detail: error.description)
        case .nothingToUndo:
            self.init(name: "nothing-to-undo", status: .conflict, title: "Nothing to undo", detail: error.description)
        }
    }
}
