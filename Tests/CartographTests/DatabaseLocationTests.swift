import ArgumentParser
import Testing

@testable import Cartograph

@Suite struct DatabaseLocationTests {
    @Test(arguments: [
        ("sqlite:shop.sqlite", "shop.sqlite"), ("sqlite:/srv/shop.sqlite", "/srv/shop.sqlite"),
        ("sqlite:///srv/shop.sqlite", "/srv/shop.sqlite"),
    ])
    func `a path follows the scheme`(argument: String, path: String) throws {
        #expect(try DatabaseLocation(argument) == .sqlite(path: path))
    }

    @Test(arguments: ["", "shop.sqlite", "sqlite:", "sqlite://", "mysql://localhost/shop"])
    func `anything else is refused`(argument: String) {
        #expect(throws: ValidationError.self) { try DatabaseLocation(argument) }
    }

    @Test func `a password is not shown`() {
        let error = #expect(throws: ValidationError.self) { try DatabaseLocation("mysql://me:secret@localhost/shop") }
        #expect(error?.message.contains("secret") == false)
        #expect(error?.message.contains("localhost/shop") == true)
    }
}
