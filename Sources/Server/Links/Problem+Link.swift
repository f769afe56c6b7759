import HTTPTypes
import Purchases

extension Problem {
    /// Why is nobody's business.
    static let forgedLink = Problem(
        .invalidLink,
        detail: "It is not as it was made. Copy it whole from where you found it, or ask for a new one."
    )

    /// Whether a request that meets it cannot say in which language it is to be answered: a link's is in the link. Browsers say theirs.
    var isOfNoLanguage: Bool { kind == .invalidLink }

    static func expiredLink(_ expiry: Timestamp) -> Problem {
        Problem(
            .linkExpired,
            detail: "It worked until \(expiry.day). Ask whoever sent it for a new one."
        )
    }

    static let withdrawnLink = Problem(
        .linkWithdrawn,
        detail: "It worked once. Ask whoever sent it for a new one."
    )

    static let readOnlyLink = Problem(
        .readOnly,
        detail: "The list can be looked at here but not changed. Ask whoever sent the link for one to edit."
    )

    static let unknownLink = Problem(
        .unknownLink,
        detail: "No such link was made for this shopper. Give the id that came with it, or what stands behind /s/ in its address, as in "
            + "/api/users/U001/signatures/v1.…/metrics.png."
    )

    init(_ refusal: LinkRefusal) {
        self.init(InvalidBody([InvalidBody.Fault(pointer: "/\(refusal.part)", detail: refusal.reason)]))
    }
}

extension String {
    /// A path as a log may have it: a signed link and the id of a kept chart open what they lead to, whoever reads them.
    var redactingToken: String {
        for place in ["/c/", "/chart/render/"] where hasPrefix(place) {
            return "\(place)…\(Routes.parts(of: self).suffix.map { ".\($0)" } ?? "")"
        }
        guard hasPrefix("/s/") else { return self }
        return "/s/…/" + dropFirst(3).drop { $0 != "/" }.dropFirst()
    }
}
