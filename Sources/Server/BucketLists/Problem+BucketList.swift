import HTTPTypes
import Storage

extension Problem {
    init(_ error: BucketListError) {
        switch error {
        case .stale:
            self.init(
                .staleVersion, detail: error.description)
        case .unknownItem:
            self.init(.unknownItem, detail: error.description)
        case .tooManyItems:
            self.init(.listFull, detail: error.description)
        case .nothingToUndo:
            self.init(.nothingToUndo, detail: error.description)
        }
    }
}
