import ArgumentParser
import Foundation
import Server

struct OpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: "Writes the description of the API for programs: OpenAPI 3.1, the same as /openapi.json.",
        usage: "cartograph openapi > openapi.json"
    )

    func run() throws {
        FileHandle.standardOutput.write(Data(OpenAPIDocument(version: BuildIdentifier.current()).bytes))
    }
}
