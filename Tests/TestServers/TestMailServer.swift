import Foundation

/// A real mail server of another make (aiosmtpd) on a free port of this machine.
///
/// Whoever is called `gone` does not exist; `later` is refused the first time; all others get what is sent, of
/// which nothing is heard from `silent`.
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
        try Data().write(to: folder.appending(path: "recipients"))
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
        get throws { try String(contentsOf: recipientList, encoding: .utf8).split(separator: "\n").map(String.init) }
    }

    private var recipientList: URL { folder.appending(path: "recipients") }

    private static let program = """
        import asyncio, os, socket, ssl, sys
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult
        host, folder, mode = sys.argv[1:]
        class Handler:
            def __init__(self): self.count, self.seen = 0, set()
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith("gone"): return "550 no such mailbox"
                if address.startswith("later") and address not in self.seen:
                    self.seen.add(address)
                    return "451 try again"
                envelope.rcpt_tos.append(address)
                return "250 OK"
            async def handle_DATA(self, server, session, envelope):
                self.count += 1
                path = os.path.join(folder, "%03d.eml" % self.count)
                with open(path + ".part", "wb") as file: file.write(envelope.content)
                os.rename(path + ".part", path)
                with open(os.path.join(folder, "recipients"), "a") as file: file.write("".join(name + "\\n" for name in envelope.rcpt_tos))
                if envelope.rcpt_tos[0].startswith("silent"): await asyncio.sleep(600)
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
