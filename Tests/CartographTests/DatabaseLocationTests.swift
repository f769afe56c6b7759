import ArgumentParser
import Foundation
import PostgresStorage
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

    @Test(arguments: ["postgres://shop:secret@db:5432/purchases", "postgresql://shop@db/purchases?sslmode=require"])
    func `a server has a URL as libpq reads it`(argument: String) throws {
        let address = try PostgresAddress(argument)
        #expect(try DatabaseLocation(argument) == .postgres(address))
        #expect(try !DatabaseLocation(argument).description.contains("secret"))
    }

    @Test(arguments: [
        "mysql://me:secret@localhost/shop", "postgres://me:secret@localhost/shop?sslmod=x", "postgres://me:secret@[::1/shop",
        "postgres://me:secret", "postgres://me:%secret@localhost/shop", "postgres://localhost/shop?password=secret&x",
    ])
    func `a password is not shown`(argument: String) throws {
        let error = #expect(throws: ValidationError.self) { try DatabaseLocation(argument) }
        #expect(error?.message.contains("secret") == false)
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(["import", "log.csv", "--database", argument])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("give") || outcome.errors.contains("Write"))
        #expect(!outcome.errors.contains("secret"))
    }
}
