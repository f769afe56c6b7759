import Access
import Purchases
import Testing

/// The table, walked: every principal, every action, the own shopper, another one, and all at once.
@Suite struct AccessTableTests {
    private static let own = UserID(rawValue: "S7")
    private static let other = UserID(rawValue: "S8")

    private func role(_ role: Role, own: UserID? = nil) -> Principal {
        .vouched(for: .account(name: "ada"), role: role, shopper: own)
    }

    private func key(_ scopes: String...) throws -> Principal {
        .key(
            APIKey(
                id: "abcdefgh", name: "till", scopes: try scopes.map { try Scope($0) }, digest: SecretDigest(of: ""),
                creation: Timestamp(0)
            )
        )
    }

    /// What is expected, in one letter for each: `y` allowed, `u` unidentified, `r` refused, `h` hidden; in the order of `Action`.
    private func letters(_ principal: Principal, _ user: UserID?) -> String {
        Action.allCases.map { action in
            switch principal.verdict(on: action, of: action.concernsShopper ? user : nil) {
            case .allowed: "y"
            case .unidentified: "u"
            case .refused: "r"
            case .hidden: "h"
            }
        }.joined()
    }

    @Test func `the order of the letters below is that of the actions`() {
        #expect(Action.allCases.map(\.rawValue) == ["read", "lists", "sign", "mail", "import", "shop", "charts", "admin"])
    }

    @Test func `nobody may do nothing, and everybody everything`() {
        for user in [Self.own, Self.other, nil] {
            #expect(letters(.nobody, user) == "uuuuuuuu")
            #expect(letters(.everybody, user) == "yyyyyyyy")
            #expect(letters(.link(id: "x"), user) == "uuuuuuuu")
        }
    }

    @Test func `a shopper has their own figures, and does not learn of others`() {
        let shopper = role(.shopper, own: Self.own)
        #expect(letters(shopper, Self.own) == "yyyyrrrr")
        #expect(letters(shopper, Self.other) == "hhhhrrrr")
        #expect(letters(shopper, nil) == "rrrrrrrr")
        #expect(letters(role(.shopper), Self.own) == "hhhhrrrr")
    }

    @Test func `an analyst sees all and changes nothing`() {
        #expect(letters(role(.analyst), Self.other) == "yrryryyr")
        #expect(letters(role(.analyst, own: Self.own), Self.own) == "yryyryyr")
        #expect(letters(role(.analyst), nil) == "yrryryyr")
    }

    @Test func `an admin may do everything`() {
        #expect(letters(role(.admin), Self.other) == "yyyyyyyy")
        #expect(letters(role(.admin), nil) == "yyyyyyyy")
    }

    @Test func `a key may do what its scopes say, each of them by itself`() throws {
        for action in Action.allCases {
            let granted = letters(try key(action.rawValue), Self.own)
            let expected = Action.allCases.map { $0 == action ? "y" : "r" }.joined()
            #expect(granted == expected, "\(action)")
        }
        #expect(letters(try key("read", "lists"), Self.other) == "yyrrrrrr")
    }

    @Test func `a key of one shopper does not learn of others`() throws {
        #expect(letters(try key("read:S7"), Self.own) == "yrrrrrrr")
        #expect(letters(try key("read:S7"), Self.other) == "hhhhrrrr")
        #expect(letters(try key("read:S7"), nil) == "rrrrrrrr")
        #expect(letters(try key("sign:S7", "lists"), Self.other) == "ryrrrrrr")
        // The list of all shoppers has the other one too, so that they are there is no secret.
        #expect(letters(try key("read:S7", "shop"), Self.other) == "rrrrryrr")
    }

    @Test func `a star stands for all ids that begin so`() throws {
        let key = try key("sign:S7*")
        for (id, isAllowed) in [("S7", true), ("S70", true), ("S7*", true), ("S8", false), ("s7", false), ("", false)] {
            let verdict = key.verdict(on: .sign, of: UserID(rawValue: id))
            #expect(verdict == (isAllowed ? .allowed(Allowance(.all)) : .hidden), "\(id)")
        }
    }

    @Test func `ids are told apart by their bytes`() throws {
        let composed = UserID(rawValue: "Andr\u{E9}")
        let decomposed = UserID(rawValue: "Andre\u{301}")
        #expect(role(.shopper, own: composed).verdict(on: .read, of: decomposed) == .hidden)
        #expect(try key("read:Andr\u{E9}").verdict(on: .read, of: decomposed) == .hidden)
        #expect(try key("read:Andr\u{E9}").verdict(on: .read, of: composed) == .allowed(Allowance(.all)))
    }

    @Test func `a shopper's links last 90 days at most, and their mails go to themselves`() {
        let shopper = role(.shopper, own: Self.own)
        #expect(shopper.verdict(on: .sign, of: Self.own) == .allowed(Allowance(.own, linkLifetime: 7_776_000)))
        #expect(shopper.verdict(on: .mail, of: Self.own) == .allowed(Allowance(.own, isForOwnAddress: true)))
        #expect(role(.analyst).verdict(on: .mail, of: Self.other) == .allowed(Allowance(.all, isForOwnAddress: true)))
        #expect(role(.admin).verdict(on: .mail, of: Self.other) == .allowed(Allowance(.all)))
    }
}

@Suite struct ScopeTests {
    @Test(arguments: ["read", "read:U001", "lists:a:b", "sign:shop-*", "mail: x", "import", "shop", "admin", "charts", "read:Zo\u{EB}"])
    func `a scope is read as it is written`(text: String) throws {
        #expect(try Scope(text).description == text)
    }

    @Test(arguments: ["", "reads", "read:", "read:*", "Read", "*", " read", "U001"])
    func `what is no scope is told with those there are`(text: String) {
        let error = #expect(throws: ScopeError.self) { try Scope(text) }
        #expect(error?.description.contains("read, lists, sign, mail, import, shop, charts, admin") == true)
    }

    @Test(arguments: ["import:U001", "shop:U001", "admin:U*", "charts:x"])
    func `what is not done to a shopper has none`(text: String) {
        #expect(throws: ScopeError.self) { try Scope(text) }
    }

    @Test func `a key for one shopper is never one for many`() {
        #expect(throws: ScopeError.unwritable(UserID(rawValue: "U*"))) { try Scope(.read, shoppers: .one(UserID(rawValue: "U*"))) }
        #expect(throws: ScopeError.unwritable(UserID(rawValue: ""))) { try Scope(.read, shoppers: .one(UserID(rawValue: ""))) }
    }
}
