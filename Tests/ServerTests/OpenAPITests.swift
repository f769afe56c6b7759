import Foundation
import HTTPTypes
import Reports
import Testing

@testable import Server

/// The description of the API, read and applied by programs that share no code with what writes it.
@Suite struct OpenAPITests {
    /// An answer of the server, and what of the description it has to agree with.
    private struct Answer {
        var method: String
        /// As the description has it.
        var path: String
        var reply: HTTPReply

        var json: [String: Any] {
            get throws {
                [
                    "method": method.lowercased(), "path": path, "status": String(reply.status),
                    "body": try JSONSerialization.jsonObject(with: Data(reply.body)),
                ]
            }
        }
    }

    /// Complains of a document that is not OpenAPI 3.1, and of answers that are not as it says.
    private static let checker = """
        import sys, json, openapi_spec_validator, jsonschema
        given = json.load(sys.stdin)
        document = given["document"]
        openapi_spec_validator.validate(document)
        for answer in given["answers"]:
            responses = document["paths"][answer["path"]][answer["method"]]["responses"]
            response = responses.get(answer["status"])
            if response is None: sys.exit(f"{answer['path']}: {answer['status']} is not described")
            is_problem = "$ref" in response
            content = document["components"]["responses"]["Problem"]["content"] if is_problem else response["content"]
            schema = content["application/problem+json" if is_problem else "application/json"]["schema"]
            validator = jsonschema.Draft202012Validator({**schema, "components": document["components"]})
            for error in validator.iter_errors(answer["body"]):
                sys.exit(f"{answer['method']} {answer['path']}: {error.message} at {error.json_path}")
        """

    private func check(_ answers: [Answer], by document: [UInt8]) throws {
        let given: [String: Any] = [
            "document": try JSONSerialization.jsonObject(with: Data(document)), "answers": try answers.map { try $0.json },
        ]
        let outcome = try PythonProgram(Self.checker).run(on: JSONSerialization.data(withJSONObject: given))
        #expect(outcome.status == 0, "\(outcome.complaints)")
    }

    private static let item = "item=Apples"
    private static let config = "?c=%7Btype:'bar',data:%7Blabels:['a'],datasets:[%7Bdata:[1]%7D]%7D%7D"

    @Test func `every path that is described answers, as described`() async throws {
        try await TestServer.run { server in
            let document = try await server.get("/openapi.json")
            #expect(document.status == 200 && document["Content-Type"] == "application/json")
            var answers: [Answer] = []
            for operation in OpenAPIDocument.operations
            where operation.method == .get && !["/s/", "/c/"].contains(where: operation.path.hasPrefix) {
                let needed = operation.parameters.filter(\.isRequired).map(\.name)
                #expect(needed.isEmpty || needed == ["item"] || needed == ["c"])
                for suffix in operation.extensions.isEmpty ? [""] : operation.extensions {
                    let path = operation.path.replacing("{id}", with: "U001").replacing("{extension}", with: suffix)
                    let query =
                        operation.path.hasPrefix("/plot")
                        ? "?bar=A:1" : needed == ["c"] ? Self.config : needed.isEmpty ? "" : "?\(Self.item)"
                    let reply = try await server.get(path + query)
                    #expect(reply.status == 200, "\(path)")
                    guard reply["Content-Type"] == "application/json" else { continue }
                    answers.append(Answer(method: "GET", path: operation.path, reply: reply))
                }
            }
            #expect(answers.count > Insight.allCases.count * 2)
            try check(answers, by: document.body)
        }
    }

    @Test func `what is written, and what is refused, is answered as described`() async throws {
        try await TestServer.run { server in
            let list = "/api/users/{id}/bucket-list"
            let path = "/api/users/U001/bucket-list"
            let answers = [
                Answer(
                    method: "POST", path: list,
                    reply: try await server.send("POST", path, body: #"{"bucket_list": [{"item": "Tea", "price": 2.5}]}"#)),
                Answer(
                    method: "POST", path: "\(list)/items", reply: try await server.send("POST", "\(path)/items", body: #"{"item": "Jam"}"#)),
                Answer(
                    method: "PATCH", path: "\(list)/items/{item-id}",
                    reply: try await server.send("PATCH", "\(path)/items/1", body: #"{"checked": true}"#)),
                Answer(method: "POST", path: "\(list)/undo", reply: try await server.send("POST", "\(path)/undo")),
                Answer(method: "DELETE", path: list, reply: try await server.send("DELETE", path)),
                Answer(
                    method: "POST", path: "\(list)/shares",
                    reply: try await server.send("POST", "\(path)/shares", body: #"{"role": "view"}"#)),
                Answer(
                    method: "POST", path: "/api/signatures",
                    reply: try await server.send("POST", "/api/signatures", body: #"{"path": "/api/users/U001/metrics.png"}"#)),
                Answer(
                    method: "POST", path: "/api/users/{id}/subscriptions",
                    reply: try await server.send(
                        "POST", "/api/users/U001/subscriptions",
                        body: #"{"schedule": "monthly 31", "recipient": "a@example.org"}"#)),
                Answer(
                    method: "PATCH", path: "/api/users/{id}/subscriptions/{subscription-id}",
                    reply: try await server.send("PATCH", "/api/users/U001/subscriptions/1", body: #"{"paused": true}"#)),
                Answer(
                    method: "DELETE", path: "/api/users/{id}/signatures",
                    reply: try await server.send("DELETE", "/api/users/U001/signatures")),
                Answer(
                    method: "POST", path: "/api/imports",
                    reply: try await server.send(
                        "POST", "/api/imports?dry_run=1", headers: ["Content-Type": "text/csv"],
                        body: "CustomerID,OrderDate,Item Name,Base Price\nA,2024-01-31,Tea,2\nA,2024-02-30,Tea,2\n")),
            ]
            for answer in answers { #expect((200...201).contains(answer.reply.status), "\(answer.path): \(answer.reply.text)") }
            let refusals = [
                Answer(method: "GET", path: "/api/users/{id}/metrics", reply: try await server.get("/api/users/U001/metrics?mnth=3")),
                Answer(method: "GET", path: "/api/users/{id}/metrics", reply: try await server.get("/api/users/nobody/metrics")),
                Answer(method: "POST", path: list, reply: try await server.send("POST", path, body: #"{"bucket_list": [{}]}"#)),
            ]
            #expect(refusals.map(\.reply.status) == [400, 404, 422])
            try check(answers + refusals, by: try await server.get("/openapi.json").body)
        }
    }

    @Test func `each parameter says what it is for, and each operation has a name of its own`() throws {
        let parameters = OpenAPIDocument.operations.flatMap(\.parameters)
        #expect(Set(parameters.filter(\.words.isEmpty).map(\.name)) == [])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(OpenAPIDocument(version: "1").bytes)) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        let names = paths.values.flatMap(\.values).compactMap { $0["operationId"] as? String }
        #expect(names.count == OpenAPIDocument.operations.count && Set(names).count == names.count)
    }

    @Test func `the description of a query is what reads it`() {
        let parameters = QueryReader.parameters { reader in
            _ = reader.value(.wholeNumber("limit", in: 1...50))
            _ = reader.values(Parameter<String>.text("category", upTo: 9), atMost: 3)
            _ = reader.required(Parameter<String>.text("item", upTo: 9), such: "item=Apples")
        }
        let expected = [
            QueryParameter(name: "limit", schema: .integer(in: 1...50)),
            QueryParameter(name: "category", schema: .string(upTo: 9), isRepeatable: true),
            QueryParameter(name: "item", schema: .string(upTo: 9), isRequired: true),
        ]
        #expect(parameters == expected)
    }
}
