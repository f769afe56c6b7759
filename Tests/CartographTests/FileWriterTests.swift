import Foundation
import Testing

/// What commands write, they write through what is there.
@Suite(.timeLimit(.minutes(10))) struct FileWriterTests {
    private static let generate = ["generate", "--users", "2", "--months", "2", "--output"]

    private func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        try body(program)
    }

    private func attributes(_ name: String, in program: Program) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: name).path)
    }

    private func type(_ name: String, in program: Program) throws -> FileAttributeType? {
        try attributes(name, in: program)[.type] as? FileAttributeType
    }

    private func names(in program: Program) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { !$0.hasPrefix("std") }.sorted()
    }

    @Test func `a file keeps its mode, and nothing is left beside it`() throws {
        try withProgram { program in
            try program.write("old", to: "log.csv")
            #expect(chmod(program.folder.appending(path: "log.csv").path, 0o600) == 0)
            #expect(try program.run(Self.generate + ["log.csv"]).status == 0)
            #expect(try attributes("log.csv", in: program)[.posixPermissions] as? Int == 0o600)
            #expect(try program.bytes(of: "log.csv").count > 1_000)
            #expect(try names(in: program) == ["log.csv"])
        }
    }

    @Test func `a symbolic link stays one, and what it names is written`() throws {
        try withProgram { program in
            try program.write("old", to: "there.csv")
            for (link, target) in [("link.csv", "there.csv"), ("new.csv", "made.csv")] {
                #expect(symlink(target, program.folder.appending(path: link).path) == 0)
                #expect(try program.run(Self.generate + [link]).status == 0)
                #expect(try type(link, in: program) == .typeSymbolicLink)
                #expect(try program.bytes(of: target).count > 1_000)
            }
            #expect(try names(in: program) == ["link.csv", "made.csv", "new.csv", "there.csv"])
        }
    }

    @Test func `rejected rows go through a FIFO, which stays one`() throws {
        try withProgram { program in
            let fifo = program.folder.appending(path: "bad.csv").path
            #expect(mkfifo(fifo, 0o600) == 0)
            try program.write("OrderID,CustomerID,OrderDate,Item Name,Base Price\n1,S7,2024-02-30,Milk,2.48\n", to: "log.csv")
            let reader = Process()
            reader.executableURL = URL(filePath: "/bin/cat")
            reader.arguments = [fifo]
            let output = Pipe()
            reader.standardOutput = output
            try reader.run()
            _ = try program.run(["import", "log.csv", "--dry-run", "--rejects", "bad.csv"])
            let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            reader.waitUntilExit()
            #expect(text.contains("log.csv,2,OrderDate,2024-02-30,"))
            #expect(try type("bad.csv", in: program) == .typeUnknown)
        }
    }

    @Test func `a device stays one`() throws {
        try withProgram { program in
            #expect(symlink("/dev/null", program.folder.appending(path: "null.csv").path) == 0)
            #expect(try program.run(Self.generate + ["null.csv"]).status == 0)
            let device = try FileManager.default.attributesOfItem(atPath: "/dev/null")
            #expect(device[.type] as? FileAttributeType == .typeCharacterSpecial)
        }
    }

    @Test func `a full device is told as one`() throws {
        try withProgram { program in
            #expect(symlink("/dev/full", program.folder.appending(path: "full.csv").path) == 0)
            let outcome = try program.run(Self.generate + ["full.csv"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("the disk is full"), "\(outcome.errors)")
        }
    }

    @Test func `a folder that is not there, or a folder in the file's place, is told`() throws {
        try withProgram { program in
            let outcome = try program.run(Self.generate + ["nowhere/log.csv"])
            #expect(outcome.errors.contains("nowhere/log.csv"))
            try FileManager.default.createDirectory(at: program.folder.appending(path: "log.csv"), withIntermediateDirectories: false)
            #expect(try program.run(Self.generate + ["log.csv"]).errors.contains("is a folder"))
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `a log that is broken off leaves nothing, and the old file as it was`(number: Int32) throws {
        try withProgram { program in
            try program.write("old", to: "log.csv")
            let process = Process()
            process.executableURL = Program.executable
            process.arguments = ["generate", "--users", "100000", "--months", "100", "--output", "log.csv"]
            process.currentDirectoryURL = program.folder
            try process.run()
            while try names(in: program).count < 2, process.isRunning { usleep(10_000) }
            kill(process.processIdentifier, number)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal)
            #expect(process.terminationStatus == number)
            #expect(try names(in: program) == ["log.csv"])
            #expect(try program.bytes(of: "log.csv") == Array("old".utf8))
        }
    }
}
