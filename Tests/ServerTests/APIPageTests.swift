import HTTPTypes
import Testing

@testable import Server

/// The description of the API for people.
@Suite struct APIPageTests {
    @Test func `every operation stands on the page once, with all its parameters`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/docs")
            #expect(reply.status == 200)
            for operation in OpenAPIDocument.operations {
                let path = operation.path.replacing(".{extension}", with: "")
                let head = "<code>\(operation.method.rawValue) \(path)</code>"
                #expect(reply.text.ranges(of: head).count == 1, "\(head)")
                for parameter in operation.parameters {
                    #expect(reply.text.contains("<code>\(parameter.name)</code>"), "\(parameter.name)")
                }
            }
            // Nothing comes from elsewhere.
            #expect(!reply.text.contains("src=\"http") && !reply.text.contains("href=\"http"))
        }
    }
}
