public import Purchases

extension SignedLink {
    /// What the link is withdrawn by: its id, and a code that says that a key of this server made a link of that id for this shopper. So
    /// what never was a link can be told from one without keeping a list of them.
    public func withdrawalID(by ring: KeyRing) -> String { id + Self.check(ring.code(for: Self.idMessage(id, grant.user))) }

    /// Returns the id in a text that is one of a shopper's links to withdraw; nil for what no key made.
    public static func id(toWithdraw text: String, of user: UserID, verifiedWith ring: KeyRing) -> String? {
        guard text.utf8.count == idLength + checkLength, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let (id, check) = (String(text.prefix(idLength)), text.suffix(checkLength))
        return ring.codes(for: idMessage(id, user)).contains { Self.check($0).utf8.elementsEqual(check.utf8) } ? id : nil
    }

    private static let idLength = 16
    /// 48 bits: who guesses withdraws nothing but a link that nobody made.
    private static let checkLength = 8

    private static func check(_ code: [UInt8]) -> String { String(Base64URL.text(code).prefix(checkLength)) }

    private static func idMessage(_ id: String, _ user: UserID) -> String { "cartograph link id\n\(id)\n\(user)" }
}
