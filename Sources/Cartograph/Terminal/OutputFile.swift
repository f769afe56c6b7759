import ArgumentParser
import Foundation
import Server

/// A file to write, whose extension says in which format.
struct OutputFile {
    let representation: Representation
    private let path: String

    init(_ path: String, formats: [Representation]) throws {
        self.path = path
        let name = URL(filePath: path).pathExtension.lowercased()
        guard let representation = formats.first(where: { $0.rawValue == name }) else {
            let known = formats.map { ".\($0.rawValue)" }.joined(separator: ", ")
            throw ValidationError("'\(path)' has no extension that names a format: end it with one of \(known).")
        }
        self.representation = representation
    }

    func write(_ bytes: [UInt8]) throws {
        let file = try FileWriter(path: path)
        try file.write(bytes)
        try file.finish()
    }
}
