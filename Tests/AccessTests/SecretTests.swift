import Access
import Hashing
import Purchases
import Testing

@Suite struct APIKeyTests {
    private func make(_ seed: UInt64 = 1, expiry: Int64? = nil) throws -> (key: APIKey, text: String) {
        var generator = SplitMix64(state: seed)
        return APIKey.make(
            name: "till", scopes: [try Scope("read")], expiry: expiry.map { Timestamp($0) }, at: Timestamp(50), using: &generator
        )
    }

    @Test func `a key is written as cg, its id and 256 random bits, and has only characters that no address encodes`() throws {
        let (key, text) = try make()
        #expect(text.wholeMatch(of: /cg_[a-z0-9]{8}_[A-Za-z0-9_-]{43}/) != nil)
        #expect(text.hasPrefix("cg_\(key.id)_"))
        #expect(APIKey.id(in: text) == key.id)
        #expect(key.digest.bytes.count == 32)
        #expect(key.admits(text, at: Timestamp(50)))
    }

    @Test func `keys differ`() throws {
        let texts = try (0..<200).map { try make(UInt64($0)).text }
        #expect(Set(texts).count == 200)
    }

    @Test func `any other text is not admitted`() throws {
        let (key, text) = try make()
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            var changed = bytes
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(!key.admits(String(decoding: changed, as: UTF8.self), at: Timestamp(50)))
        }
        for other in ["", "cg_", text + "A", String(text.dropLast()), text.uppercased(), " \(text)"] {
            #expect(!key.admits(other, at: Timestamp(50)))
        }
    }

    @Test(arguments: ["", "cg_", "cg__", "cg_abcdefgh_", "Bearer x", "cg_ABCDEFGH_\(String(repeating: "a", count: 43))"])
    func `what is no key has no id`(text: String) {
        #expect(APIKey.id(in: text) == nil)
    }

    @Test func `an expired or revoked key is not admitted`() throws {
        var (key, text) = try make(expiry: 100)
        #expect(key.admits(text, at: Timestamp(99)))
        #expect(!key.admits(text, at: Timestamp(100)))
        key.revocation = Timestamp(60)
        #expect(!key.admits(text, at: Timestamp(61)))
    }
}

@Suite struct PasswordTests {
    /// A guess that costs little, for tests.
    private static let cheap = "$scrypt$ln=4,r=8,p=1$"

    private func hash(_ password: String, seed: UInt64 = 1) throws -> PasswordHash {
        var generator = SplitMix64(state: seed)
        return try PasswordHash(of: password, cost: .test, using: &generator)
    }

    @Test(arguments: ["correct horse", "пароль-пароль", "          ", "🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎"])
    func `the password matches and no other does`(password: String) throws {
        let hash = try hash(password)
        #expect(try hash.matches(password))
        for other in ["", password + " ", String(password.dropLast()), password.uppercased() + "!", "another one"] {
            #expect(try !hash.matches(other))
        }
    }

    @Test func `a hash is read as it is written`() throws {
        let hash = try hash("correct horse")
        #expect(hash.description.hasPrefix(Self.cheap))
        let read = try #require(PasswordHash(hash.description))
        #expect(read == hash)
        #expect(try read.matches("correct horse"))
    }

    @Test func `equal passwords have different hashes`() throws {
        #expect(try hash("correct horse", seed: 1) != hash("correct horse", seed: 2))
    }

    @Test func `a letter is the same composed or not`() throws {
        #expect(try hash("Andr\u{E9} Andr\u{E9}").matches("Andre\u{301} Andre\u{301}"))
    }

    @Test(arguments: ["", "short", "123456789"])
    func `a short password is refused with its length`(password: String) {
        let error = #expect(throws: PasswordError.self) { try hash(password) }
        #expect(error?.description.contains("\(password.count)") == true)
    }

    @Test func `a password that nobody types is refused, and never hashed`() throws {
        let long = String(repeating: "x", count: 1_001)
        #expect(throws: PasswordError.tooLong) { try hash(long) }
        #expect(try !hash("correct horse").matches(long))
    }

    @Test(arguments: [
        "", "plain", "$scrypt$ln=4,r=8,p=1$AAAA", "$scrypt$ln=40,r=8,p=1$AAAA$AAAA", "$bcrypt$ln=4,r=8,p=1$AAAA$AAAA",
        "$scrypt$ln=20,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=-1,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func `what is no hash, or would cost too much, is not read`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    /// The function is that of RFC 7914, told by another implementation of it.
    @Test func `the hash is scrypt`() throws {
        let known = "$scrypt$ln=4,r=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + Self.byPython
        #expect(try #require(PasswordHash(known)).matches("correct horse"))
        #expect(try !#require(PasswordHash(known)).matches("correct house"))
    }

    /// `hashlib.scrypt(b"correct horse", salt=b"saltsaltsaltsalt", n=16, r=1, p=1, dklen=32)` in Python.
    private static let byPython = "YHJsphM3HKAKftHfaVWhK5FVAPpM7ctGm4gr-cXDtME"

    @Test func `a decoy has no password, and costs what a hash does`() throws {
        #expect(try !PasswordHash.decoy(cost: .test).matches("correct horse"))
        #expect(PasswordHash.decoy().description.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
    }

    @Test func `a real hash costs N of 2 to the 17th, and works`() throws {
        var generator = SplitMix64(state: 9)
        let hash = try PasswordHash(of: "correct horse", using: &generator)
        #expect(hash.description.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        #expect(try hash.matches("correct horse"))
    }
}

@Suite struct SessionTests {
    private static let day: Int64 = 86_400

    private func make(at time: Int64) throws -> (session: Session, text: String) {
        var generator = SplitMix64(state: 3)
        return Session.make(for: try #require(AccountName("ada")), at: Timestamp(time), using: &generator)
    }

    @Test func `a cookie has 256 random bits and its session is found by their digest`() throws {
        let (session, text) = try make(at: 0)
        #expect(text.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil)
        #expect(Session.digest(of: text) == session.digest)
        #expect(Session.digest(of: text + "A") == nil)
        #expect(Session.digest(of: "") == nil)
        #expect(session.digest.isDigest(of: text))
    }

    @Test func `a session ends after 30 days without use, and is renewed once a day`() throws {
        let (session, _) = try make(at: 1_000)
        #expect(session.expiry == Timestamp(1_000 + 30 * Self.day))
        #expect(!session.isOver(at: Timestamp(999 + 30 * Self.day)))
        #expect(session.isOver(at: Timestamp(1_000 + 30 * Self.day)))
        #expect(session.renewedExpiry(at: Timestamp(1_000 + Self.day - 1)) == nil)
        #expect(session.renewedExpiry(at: Timestamp(1_000 + Self.day)) == Timestamp(1_000 + 31 * Self.day))
        // A clock that was set back renews nothing.
        #expect(session.renewedExpiry(at: Timestamp(0)) == nil)
    }
}

@Suite struct AccountNameTests {
    @Test func `a name is the same however it is capitalised or composed`() {
        #expect(AccountName("Ada@Example.org") == AccountName("ada@example.ORG"))
        #expect(AccountName("Zo\u{EB}") == AccountName("zoe\u{308}"))
        #expect(AccountName("ada") != AccountName("ada1"))
    }

    @Test(arguments: ["", " ", " ada", "ada ", "a  b", "a\nb", "a\u{0}", "a\u{200B}b", "\u{202E}ada", String(repeating: "x", count: 101)])
    func `what cannot be seen or typed again is no name`(text: String) {
        #expect(AccountName(text) == nil)
    }
}
