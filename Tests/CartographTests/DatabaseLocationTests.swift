import Testing

@testable import Cartograph

@Suite struct DatabaseLocationTests {
    @Test(arguments: [
        ("sqlite:shop.sqlite", "shop.sqlite"), ("sqlite:/srv/shop.sqlite", "/srv/shop.sqlite"),
        ("sqlite:///srv/shop.sqlite", "/srv/shop.sqlite"),
    ])
    func `a path follows the scheme`(argument: String, path: String) {
        #expect(DatabaseLocation(argument: argument) == .sqlite(path: path))
    }

    @Test(arguments: ["", "shop.sqlite", "sqlite:", "sqlite://", "mysql://localhost/shop"])
    func `anything else is refused`(argument: String) {
        #expect(DatabaseLocation(argument: argument) == nil)
    }
}
