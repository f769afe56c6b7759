import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

extension Problem {
    /// Makes the problem that an error of any module is to a client; nil when the client is gone and nobody will read it.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let query as InvalidQuery: self.init(query)
        case let body as InvalidBody: self.init(body)
        case let refusal as LinkRefusal: self.init(refusal)
        case let share as ListShareError:
            self.init(.tooManyShares, detail: share.description)
        case let chart as KeptChartError: self.init(chart)
        case let list as BucketListError: self.init(list)
        case let item as UnknownItem:
            self.init(.unknownItem, detail: item.description)
        case let storage as StorageError:
            guard let problem = Problem(storage) else { return nil }
            self = problem
        case let mismatch as CurrencyMismatch: self.init(.otherCurrency, detail: mismatch.description)
        case is Admission.Saturation:
            self.init(
                .saturated,
                detail: "The server has more to do than it can. Try again in a moment.", headers: [.retryAfter: "1"]
            )
        case let unknown as Inspection.UnknownFormat:
            self.init(
                .unknownFormat, detail: unknown.description
            )
        case is CancellationError: return nil
        case let http as any HTTPResponseError: self.init(http.status)
        default: self = .unexpected
        }
    }

    private init(_ query: InvalidQuery) {
        self.init(
            .invalidQuery, detail: query.description,
            faults: query.faults.map { Fault(place: .parameter($0.parameter), detail: $0.detail) }
        )
    }

    private init?(_ error: StorageError) {
        switch error {
        case .unknownUser(let user):
            self.init(
                .unknownUser,
                detail: "There is no shopper \(user.rawValue.quoted). Check the id; /api/users lists them all."
            )
        case .unusable(.full, _):
            self.init(
                .diskFull,
                detail: "The server's disk is full: this was not kept, what was kept before is safe. Try again when there is room.",
                headers: [.retryAfter: "60"]
            )
        case .busy, .unavailable, .unusable:
            self.init(
                .unavailable,
                detail: "The purchases cannot be read at the moment. Try again later.", headers: [.retryAfter: "10"]
            )
        case .cancelled: return nil
        }
    }

    private init(_ status: HTTPResponse.Status) {
        self.init(
            status.kind == .clientError ? .badRequest : .unexpected, status: status, title: status.reasonPhrase,
            detail: status.kind == .clientError ? "The request cannot be answered as it is." : Problem.unexpected.detail
        )
    }
}
