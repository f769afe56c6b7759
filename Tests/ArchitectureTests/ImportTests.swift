import Foundation
import Testing

/// The modules in order: each may import only those that it names, all of them above it.
private let mayImport: KeyValuePairs<String, Set<String>> = [
    "CBuild": [], "CCairo": [], "CCurl": [], "CDeflate": [], "CFonts": [], "CFreeType": [], "CFriBidi": [], "CHarfBuzz": [],
    "CPostgres": [],
    "CExpat": [], "CZip": [], "CZlib": [],
    "Hashing": [], "Caching": [],
    "Currencies": [],
    "Purchases": ["Hashing"],
    "LogReading": ["Currencies", "Purchases", "Hashing", "CZlib", "CZip", "CExpat"],
    "Samples": ["Purchases", "Hashing"],
    "Drawing": [],
    "Charts": ["Drawing", "Currencies"],
    "Typography": ["Drawing", "Caching", "CCairo", "CFreeType", "CHarfBuzz", "CFriBidi", "CFonts"],
    "Rendering": ["Drawing", "Typography", "CCairo", "CDeflate"],
    "Analytics": ["Purchases"],
    "Recommendations": ["Purchases", "Hashing"],
    "Histories": ["Purchases", "CDeflate"],
    "Signing": ["Purchases"],
    "Access": ["Signing", "Purchases", "Caching"],
    "Storage": ["Access", "LogReading", "Purchases", "Hashing", "Caching"],
    "SQLStorage": ["Storage", "Access", "Histories", "Purchases"],
    "SQLiteStorage": ["SQLStorage", "Storage", "Purchases"],
    "PostgresStorage": ["SQLStorage", "Storage", "Purchases", "CPostgres"],
    "ChartSpecs": ["Charts", "Drawing", "LogReading"],
    "Reports": ["Analytics", "Recommendations", "Purchases", "Charts"],
    "Templates": ["Drawing"],
    "Dashboard": ["LogReading", "Reports", "Charts", "Drawing", "Purchases", "Hashing", "Templates"],
    "Mailing": ["Purchases", "Rendering", "Typography", "Charts", "Drawing", "Templates", "CCurl"],
    "Server": [
        "Mailing", "Dashboard", "Reports", "ChartSpecs", "Recommendations", "Analytics", "Access", "Signing", "Storage", "LogReading",
        "Rendering",
        "Typography", "Charts", "Drawing", "Purchases", "Hashing", "Caching",
    ],
    "Cartograph": [
        "Server", "Mailing", "Dashboard", "Reports", "Recommendations", "Signing", "PostgresStorage", "SQLiteStorage", "Storage", "Access",
        "LogReading", "Drawing", "Samples", "Typography", "Purchases", "CDeflate", "CBuild",
    ],
    "Gallery": ["GalleryCharts", "Charts", "Rendering", "Typography", "Drawing"],
    "Benchmark": [
        "Server", "Dashboard", "Signing", "Reports", "Recommendations", "Analytics", "Samples", "SQLiteStorage",
        "PostgresStorage", "Storage", "Mailing", "Rendering", "Typography", "Charts", "Drawing", "LogReading", "Purchases",
    ],
]

@Suite struct ImportTests {
    @Test func `every arrow points up the list`() {
        var above: Set<String> = ["GalleryCharts"]
        for (module, imports) in mayImport {
            #expect(imports.isSubset(of: above), "\(module) may import only what stands above it")
            above.insert(module)
        }
    }

    @Test func `every module is on the list`() throws {
        #expect(try Repository.folders(in: "Sources") == mayImport.map(\.key).sorted())
    }

    @Test(arguments: mayImport.map(\.key))
    func `a module imports only what it may`(module: String) throws {
        let allowed = try #require(mayImport.first { $0.key == module }).value
        let ours = Set(mayImport.map(\.key))
        for file in try Repository.swiftFiles(in: "Sources/\(module)") {
            let refused = try imports(of: file).intersection(ours).subtracting(allowed)
            #expect(refused.isEmpty, "\(file.lastPathComponent) imports \(refused.sorted().joined(separator: ", "))")
        }
    }

    @Test(arguments: [
        ("CZip", ["LogReading"]), ("CExpat", ["LogReading"]), ("CZlib", ["LogReading"]),
        ("GRDB", ["SQLiteStorage"]), ("GRDBSQLite", ["SQLiteStorage"]), ("CCairo", ["Typography", "Rendering"]),
        ("Hummingbird", ["Server", "Cartograph"]), ("HTTPTypes", ["Server"]), ("Mustache", ["Templates", "Dashboard", "Mailing"]),
        ("Crypto", ["Signing", "Access"]), ("CryptoExtras", ["Access"]), ("JWTKit", ["Access"]), ("CPostgres", ["PostgresStorage"]),
        ("ArgumentParser", ["Cartograph"]), ("CoreMetrics", ["Server"]),
    ])
    func `a wrapped library stays where it is wrapped`(library: String, modules: [String]) throws {
        for module in mayImport.map(\.key) where !modules.contains(module) {
            for file in try Repository.swiftFiles(in: "Sources/\(module)") {
                #expect(try !imports(of: file).contains(library), "\(module)/\(file.lastPathComponent) imports \(library)")
            }
        }
    }

    private func imports(of file: URL) throws -> Set<String> {
        let text = try String(contentsOf: file, encoding: .utf8)
        return Set(text.matches(of: /(?m)^(?:@\w+ )?(?:\w+ )?import (\w+)$/).map { String($0.output.1) })
    }
}
