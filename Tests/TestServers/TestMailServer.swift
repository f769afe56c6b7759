import Foundation

/// A real mail server of another make (aiosmtpd) on a free port of this machine.
///
/// Whoever is called `gone` does not exist, `later` is refused the first time, and to `full` all of a mail is refused that was sent;
/// `first` gets mail by a connection of its own, and after `last` the server hangs up. All others get what is sent, of which nothing is
/// heard from `silent`, and of `together` when four are there. `held` waits for `go`.
public final class TestMailServer {
    public let port: Int
    /// The certificate that the server shows, in PEM.
    public let certificate: String
    private let folder: URL
    private let process = Process()

    /// Whether the packages that the tests use are there; `make setup-test` installs them.
    public static let isInstalled = FileManager.default.fileExists(atPath: packages + "/aiosmtpd")

    private static let packages = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/python")
        .standardizedFileURL.path

    public struct Failure: Error { public let reason: String }

    /// - Parameters:
    ///   - host: 127.0.0.2 is this machine too, and not known as such to what is tested.
    ///   - isEncrypted: whether the server offers STARTTLS, with a certificate made for it, and asks for a user and a password.
    public init(host: String = "127.0.0.1", isEncrypted: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "certificate.pem").path
        for name in ["recipients", "sessions"] { try Data().write(to: folder.appending(path: name)) }
        if isEncrypted {
            let openssl = Process()
            openssl.executableURL = URL(filePath: "/usr/bin/env")
            openssl.arguments = [
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=IP:\(host)", "-keyout", folder.appending(path: "key.pem").path, "-out", certificate,
            ]
            openssl.standardError = FileHandle.nullDevice
            try openssl.run()
            openssl.waitUntilExit()
        }
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program, host, folder.path, isEncrypted ? "tls" : "open"]
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": Self.packages]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.filter(\.isNumber)) else { throw Failure(reason: "the server did not start: \(line)") }
        self.port = port
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The messages that were taken, in order.
    public func messages() throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted()
            .map { try Array(Data(contentsOf: folder.appending(path: $0))) }
    }

    /// The recipients of each mail that was taken, in order.
    public var recipients: [String] {
        get throws { try lines("recipients") }
    }

    /// How many connections said who they are.
    public var sessionCount: Int {
        get throws { try lines("sessions").count }
    }

    /// Goes on with what is held.
    public func go() throws { try Data().write(to: folder.appending(path: "go")) }

    private func lines(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static let program = """
        import asyncio, os, socket, ssl, sys
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult
        host, folder, mode = sys.argv[1:]
        def note(name, lines):
            with open(os.path.join(folder, name), "a") as file: file.write("".join(line + "\\n" for line in lines))
        class Handler:
            def __init__(self): self.count, self.seen, self.waiting = 0, set(), 0
            async def handle_EHLO(self, server, session, envelope, name, responses):
                session.host_name, session.mails = name, 0
                note("sessions", [name])
                return responses
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith("gone"): return "550 no such mailbox"
                if address.startswith("later") and address not in self.seen:
                    self.seen.add(address)
                    return "451 try again"
                if address.startswith("first") and session.mails:
                    asyncio.get_event_loop().call_later(0.01, server.transport.close)
                    return "421 enough for one connection"
                if address.startswith("held"):
                    while not os.path.exists(os.path.join(folder, "go")): await asyncio.sleep(0.02)
                envelope.rcpt_tos.append(address)
                return "250 OK"
            async def handle_DATA(self, server, session, envelope):
                name = envelope.rcpt_tos[0]
                if name.startswith("full"): return "452 no room"
                self.count += 1
                session.mails += 1
                path = os.path.join(folder, "%03d.eml" % self.count)
                with open(path + ".part", "wb") as file: file.write(envelope.content)
                os.rename(path + ".part", path)
                note("recipients", envelope.rcpt_tos)
                if name.startswith("silent"): await asyncio.sleep(600)
                if name.startswith("together"):
                    self.waiting += 1
                    while self.waiting % 4: await asyncio.sleep(0.01)
                if name.startswith("last"): asyncio.get_event_loop().call_later(0.01, server.transport.close)
                return "250 taken"
        options = {}
        if mode == "tls":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(os.path.join(folder, "certificate.pem"), os.path.join(folder, "key.pem"))
            check = lambda server, session, envelope, mechanism, data: AuthResult(
                        success=data.login == b"ada" and data.password == b"s@cret", handled=False)
            options = dict(tls_context=context, require_starttls=True, auth_required=True, authenticator=check)
        with socket.socket() as free:
            free.bind((host, 0))
            port = free.getsockname()[1]
        controller = Controller(Handler(), hostname=host, port=port, **options)
        controller.start()
        print(port, flush=True)
        while os.getppid() != 1: __import__("time").sleep(0.5)
        """
}
