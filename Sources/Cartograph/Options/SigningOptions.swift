import ArgumentParser
import Foundation
import Server
import Signing
import Storage

/// What links are signed with.
struct SigningOptions: ParsableArguments {
    // Read by hand: the parser would show a value that it cannot read.
    @Option(
        help: ArgumentHelp(
            "Keys of signed links: the first signs, all verify. Better given as CARTOGRAPH_SIGNING_KEYS.", valueName: "id:secret,…")
    )
    var signingKeys: String?

    @Option(help: ArgumentHelp("A file of such keys, one a line.", valueName: "file"))
    var signingKeyFile: String?

    @Flag(help: "Let links end that the database's own key has signed; needs keys of your own.")
    var retireDatabaseKey = false

    static let names = ["signing-keys", "signing-key-file"]
    static let flags = ["retire-database-key"]

    /// Whether links of the database's own key hold besides those of keys that were given.
    var keepsDatabaseKey: Bool { get throws { try !retireDatabaseKey && !givenKeys().isEmpty } }

    /// Returns what makes the links of a database.
    ///
    /// The keys that were given, and behind them the one that the database keeps for itself: with no key at all `serve` works, and when
    /// keys are given later the links made before still do, until that key is retired.
    func signer(of store: any PurchaseStore, links: any LinkStore) async throws -> LinkSigner {
        let ring: KeyRing
        do {
            var keys = try givenKeys()
            if !retireDatabaseKey {
                let candidate = try SigningKey.random(id: Self.embeddedID)
                keys.append(try await SigningKey(id: Self.embeddedID, secret: links.signingSecret(orKeep: candidate.secretBytes)))
            }
            guard !keys.isEmpty else {
                throw Failure("--retire-database-key needs keys of your own: give --signing-keys or --signing-key-file.")
            }
            ring = try KeyRing(keys)
        } catch let error as SigningKeyError {
            throw Failure("\(error)")
        } catch let error as StorageError {
            throw Failure(error)
        }
        return LinkSigner(keys: ring, store: store, links: links, stateLifetime: .milliseconds(100)) { Int64(Date().timeIntervalSince1970) }
    }

    /// Returns the keys that were given, which also sign the figures in pictures; nil for none, so that pictures are the same everywhere.
    func givenRing() throws -> KeyRing? {
        do {
            let keys = try givenKeys()
            return keys.isEmpty ? nil : try KeyRing(keys)
        } catch let error as SigningKeyError {
            throw Failure("\(error)")
        }
    }

    private static let embeddedID = "db"

    private func givenKeys() throws -> [SigningKey] {
        var text = signingKeys ?? ""
        if let signingKeyFile {
            guard let file = try? String(contentsOfFile: signingKeyFile, encoding: .utf8) else {
                throw Failure("'\(signingKeyFile)' cannot be read: check that it is there and may be read.")
            }
            text += "\n" + file
        }
        return try KeyRing.keys(in: text)
    }
}
