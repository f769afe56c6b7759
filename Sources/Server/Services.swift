import Dashboard
import Drawing
import Logging
public import Purchases
import Reports
import Signing
public import Storage
import Typography

/// What routes work with.
struct Services: Sendable {
    let store: any PurchaseStore
    let lists: any BucketListStore
    let subscriptions: any MailSubscriptionStore
    /// Charts that came with a request and are kept.
    let charts: ChartArchive
    let signer: LinkSigner
    /// What sign the figures in pictures; nil to leave them unsigned.
    let figureKeys: KeyRing?
    /// What changes when these do: another key makes other bytes.
    let figureIdentity: [String]
    let suggest: BucketListSuggesting
    /// Where it is kept what was suggested, and whether it was bought; nil to keep nothing of it.
    let suggestions: SuggestionRecorder?
    let typesetter: Typesetter
    let pages: DashboardPages
    let configuration: CartographServer.Configuration
    /// Of all that reads histories, computes and draws.
    let admission: Admission
    /// Of searches among all shoppers, which a database does.
    let searches: Admission
    let contents: ContentCache
    let kept: KeptAnswers
    let problems: ProblemAnswers
    let metrics = ServerMetrics()

    /// What stands in every tag: another build makes other bytes.
    var build: String { configuration.build }
    /// What makes addresses in mails; nil for a server that does not know its own.
    var mailLinks: MailLinks? { configuration.base.map { MailLinks(signer: signer, base: $0) } }
    var sender: AnswerSender { AnswerSender(contents: contents, kept: kept) }

    /// Returns the day it is, nil when nobody says.
    func today() -> CalendarDate? { configuration.today() }

    /// Throws where a picture would have more pixels than somebody may have drawn.
    ///
    /// - Parameter isEntitled: whether it is drawn for who said who they are, or for a link that somebody signed.
    func checkPixels(of style: PictureStyle, isEntitled: Bool) throws(InvalidQuery) {
        let limit = isEntitled ? configuration.entitledPixelLimit : configuration.pixelLimit
        guard style.pixelCount > limit else { return }
        let count = (Double(style.pixelCount) / 100_000).rounded(.up) / 10
        throw InvalidQuery([
            InvalidQuery.Fault(
                parameter: style.scale > 1 ? "scale" : style.size.width > style.size.height ? "width" : "height",
                detail: "the picture would have \(count) megapixels, and at most \(Double(limit) / 1_000_000) are drawn here; "
                    + "make the scale or a side smaller")
        ])
    }

    /// How long a search may take.
    private static let searchDeadline = Duration.seconds(10)

    /// Returns shoppers by id. A search for a text waits for its turn and has a deadline; a page of the list is there at once.
    func users(matching text: String?, after cursor: UserID?, limit: Int) async throws -> Versioned<[UserID]> {
        guard let text, !text.isEmpty else { return try await store.users(matching: nil, after: cursor, limit: limit) }
        do {
            return try await searches.run(weight: 1) { [store] in
                try await withDeadline(Self.searchDeadline) { try await store.users(matching: text, after: cursor, limit: limit) }
            }
        } catch is DeadlineExceeded {
            throw Admission.Saturation()
        }
    }
}

/// All that an answer about a shopper is made of, and its version.
public struct ShopperData: Sendable {
    /// All of the shopper's purchases, in order of date.
    public var history: [Purchase]
    /// What all shoppers bought; nothing where that was not asked for.
    public var everyone: ShopStatistics
    public var revision: Revision

    public init(history: [Purchase], everyone: ShopStatistics, revision: Revision) {
        self.history = history
        self.everyone = everyone
        self.revision = revision
    }
}

extension ShopperData {
    /// Reads what answers about a shopper are made of.
    ///
    /// - Parameter amongEveryone: whether they are made of what all shoppers bought as well.
    /// - Throws: `StorageError`.
    public init(of user: UserID, in store: any PurchaseStore, amongEveryone: Bool) async throws(StorageError) {
        let history = try await store.history(of: user)
        let everyone = amongEveryone ? try await store.statistics() : nil
        self.init(
            history: history.value, everyone: everyone?.value ?? .none,
            revision: everyone.map { history.revision.combined(with: $0.revision) } ?? history.revision)
    }
}

extension Services {
    /// Returns the version of what answers about a shopper are made of, without reading it.
    ///
    /// - Parameter amongEveryone: whether they are made of what all shoppers bought as well.
    func revision(of user: UserID, amongEveryone: Bool = false) async throws(StorageError) -> Revision {
        var presentation = Presentation()
        return try await revision(of: user, amongEveryone: amongEveryone, for: &presentation)
    }

    /// Returns the version of what answers about a shopper are made of, and settles how they are to be shown.
    ///
    /// - Parameters:
    ///   - amongEveryone: whether they are made of what all shoppers bought as well.
    ///   - presentation: takes the currency that the purchases are in, unless it has one.
    func revision(
        of user: UserID, amongEveryone: Bool = false, for presentation: inout Presentation
    ) async throws(StorageError) -> Revision {
        let own = try await store.summary(of: user)
        presentation.settle(onCurrency: own.currency)
        return amongEveryone ? own.revision.combined(with: try await store.revision()) : own.revision
    }

    /// Makes something of a shopper's purchases, as soon as there is a place for as many as they are.
    func making<Value: Sendable>(
        of user: UserID, amongEveryone: Bool = false, _ make: @escaping @Sendable (ShopperData) throws -> Value
    ) async throws -> Value {
        try await admission.making(of: user, in: store, amongEveryone: amongEveryone, make)
    }
}

extension Admission {
    /// Reads a shopper's purchases and makes something of them, as soon as there is a place for as many as they are.
    func making<Value: Sendable>(
        of user: UserID, in store: any PurchaseStore, amongEveryone: Bool = false, _ make: @escaping @Sendable (ShopperData) throws -> Value
    ) async throws -> Value {
        let weight = try await store.summary(of: user).lineCount
        return try await run(weight: weight) {
            try await ShopperData(of: user, in: store, amongEveryone: amongEveryone)
        } making: {
            try make($0)
        }
    }
}

extension Revision {
    /// Returns what changes when either of the two does.
    public func combined(with other: Revision) -> Revision {
        // A shopper's revision is a part of the store's: the same change in both must not cancel itself out.
        Revision(rawValue: rawValue ^ (other.rawValue &* 0x9E37_79B9_7F4A_7C15))
    }
}
