import Foundation

/// A real mail server of another make (aiosmtpd) on a free port, which remembers to whom it took mail.
final class MailSink {
    let port: Int
    private let log: URL
    private let process = Process()

    /// Whether the packages that the tests use are there; `make setup-test` installs them.
    static let isInstalled = FileManager.default.fileExists(atPath: packages + "/aiosmtpd")

    private static let packages = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/python")
        .standardizedFileURL.path

    struct Failure: Error { var reason: String }

    init(in folder: URL) throws {
        log = folder.appending(path: "recipients")
        try Data().write(to: log)
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program, log.path]
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": Self.packages]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.filter(\.isNumber)) else { throw Failure(reason: "the server did not start: \(line)") }
        self.port = port
    }

    deinit { process.terminate() }

    /// The recipient of each mail that was taken.
    var recipients: [String] {
        get throws { try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init) }
    }

    private static let program = """
        import os, socket, sys, time
        from aiosmtpd.controller import Controller
        class Handler:
            async def handle_DATA(self, server, session, envelope):
                with open(sys.argv[1], "a") as log: log.write("".join(name + "\\n" for name in envelope.rcpt_tos))
                return "250 taken"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        controller = Controller(Handler(), hostname="127.0.0.1", port=port)
        controller.start()
        print(port, flush=True)
        while os.getppid() != 1: time.sleep(0.5)
        """
}
