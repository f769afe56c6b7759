import Foundation
import TestServers
import Testing

/// What nginx keeps of a server whose pictures everybody may keep, where nginx decides who sees them.
@Suite(.timeLimit(.minutes(10))) struct SharedCacheTests {
    private static let nginx = "/usr/sbin/nginx"
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: nginx)

    /// nginx before a server, in a folder of its own; whoever says who they are may see everything.
    private final class Proxy {
        let port: UInt16
        private let folder: URL
        private let process = Process()

        init(before server: RunningServer) throws {
            port = try TestPostgresServer.freePort()
            folder = FileManager.default.temporaryDirectory.appending(path: "nginx-\(UUID().uuidString)")
            for name in ["cache", "parts"] {
                try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            let owner = geteuid() == 0 ? "user root;" : ""
            let parts = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path parts;" }.joined(separator: " ")
            let settings = """
                daemon off; worker_processes 1; pid pid; error_log errors; \(owner)
                events {}
                http {
                    access_log off; \(parts)
                    proxy_cache_path cache keys_zone=pictures:1m;
                    server {
                        listen 127.0.0.1:\(port);
                        location / {
                            auth_request /may-see;
                            proxy_pass http://127.0.0.1:\(server.port);
                            proxy_set_header Host localhost;
                            proxy_cache pictures;
                            proxy_cache_revalidate on;
                            proxy_cache_lock on;
                            add_header X-Cache $upstream_cache_status always;
                        }
                        location = /may-see { internal; if ($http_x_reader = "") { return 403; } return 204; }
                    }
                }
                """
            try Data(settings.utf8).write(to: folder.appending(path: "nginx.conf"))
            process.executableURL = URL(filePath: nginx)
            process.arguments = ["-p", folder.path, "-c", "nginx.conf"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            // It is written once nginx listens.
            let pid = folder.appending(path: "pid").path
            while process.isRunning, FileManager.default.contents(atPath: pid)?.isEmpty != false { usleep(10_000) }
        }

        deinit {
            process.terminate()
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: folder)
        }

        func get(_ path: String, as reader: String?) throws -> RunningServer.Reply {
            try RunningServer.send(to: port, "GET", path, headers: reader.map { ["X-Reader": $0] } ?? [:])
        }
    }

    @Test(.enabled(if: isInstalled, "make setup-test installs nginx"))
    func `nginx keeps pictures, gives them to whom it lets see them, and keeps nothing else`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,U1,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        let server = try RunningServer(program, ["--import", "log.csv", "--access", "open", "--live-pictures", "public"])
        defer { server.kill() }
        let proxy = try Proxy(before: server)
        for path in ["/api/users/U1/top-items.png", "/api/users/U1/metrics.svg?month=2024-01"] {
            let states = try ["ada", "ben", "ada"].map { try proxy.get(path, as: $0) }
            #expect(states.map(\.status) == [200, 200, 200])
            #expect(try states.map { try #require($0.field("X-Cache")) } == ["MISS", "HIT", "HIT"], "\(path)")
            #expect(Set(states.map(\.body)).count == 1)
            #expect(try proxy.get(path, as: nil).status == 403)
        }
        for path in ["/api/users/U1/metrics.json", "/api/users/U1/top-items", "/users/U1", "/api/users", "/"] {
            for _ in 0..<2 {
                let reply = try proxy.get(path, as: "ada")
                #expect(reply.status == 200 && reply.field("X-Cache") == "MISS", "\(path)")
            }
        }
    }

    @Test func `a server that decides itself who sees a picture does not let others keep it`() throws {
        let program = try Program()
        defer { program.remove() }
        for mode in ["keys", "login"] {
            let result = try program.run(["serve", "--port", "0", "--access", mode, "--live-pictures", "public"])
            #expect(result.status != 0 && result.errors.contains("--live-pictures public needs --access open"), "\(result.output)")
        }
    }
}
