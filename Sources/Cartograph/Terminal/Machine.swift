import Drawing
import CoreFoundation
import Foundation
import Glibc
import Purchases
import Synchronization
import Typography

/// What the machine gives the program.
enum Machine {
    /// Scripts, and a few of their letters.
    private static let scripts: KeyValuePairs<String, String> = [
        "Latin": "Aßñœ", "Greek": "Ωμέ", "Cyrillic": "Жію", "Arabic": "شكر", "Hebrew": "שלום", "Devanagari": "नमस्ते", "Thai": "สวัสดี",
        "Chinese": "购买", "Japanese": "かいもの", "Korean": "쇼핑", "emoji": "🧾",
    ]

    static func fonts() -> [Finding] {
        let missing = Mutex<Set<Character>>([])
        let typesetter: Typesetter
        do {
            typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders) { character in
                missing.withLock { _ = $0.insert(character) }
            }
        } catch {
            return [
                Finding(
                    "fonts", .fault, "they cannot be read: \(error)", step: "Remove the font file that is named above, or install it anew.")
            ]
        }
        let absent = scripts.filter { _, sample in
            _ = typesetter.width(of: sample, in: Font(size: 12))
            return missing.withLock { known in sample.contains(where: known.contains) }
        }.map(\.key)
        let files = "the program's own and \(typesetter.machineFonts.count) of this machine"
        guard !absent.isEmpty else { return [Finding("fonts", .fine, files)] }
        return [
            Finding(
                "fonts", .note, "\(files); none for \(absent.joined(separator: ", "))",
                step:
                    "For names in \(absent.joined(separator: ", ")): apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji."
            )
        ]
    }

    /// The files that the C libraries came from, whose names have their versions.
    static func libraries() -> [Finding] {
        let names = ["cairo", "freetype", "harfbuzz", "fribidi", "deflate", "z", "sqlite3", "pq", "curl"]
        // A file of the kernel, which has no size before it is read.
        guard let file = FileHandle(forReadingAtPath: "/proc/self/maps"), let bytes = try? file.readToEnd(),
            let maps = String(data: bytes, encoding: .utf8)
        else {
            return [Finding("libraries", .fine, "loaded; this system does not tell from where")]
        }
        let paths = Set(maps.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) })
        let found = names.compactMap { name in
            paths.map { URL(filePath: $0).lastPathComponent }
                .first { $0.hasPrefix("lib\(name).so") || $0.hasPrefix("lib\(name)-") }
        }
        return [Finding("libraries", .fine, found.joined(separator: ", "))]
    }

    /// Bytes below which a disk is as good as full.
    private static let leastRoom: Int64 = 64 << 20

    static func disk(of database: DatabaseLocation) -> [Finding] {
        var places = [("the folder for temporary files", FileManager.default.temporaryDirectory.path)]
        if case .sqlite(let path) = database {
            places.insert(("the database's folder", URL(filePath: path).deletingLastPathComponent().path), at: 0)
        }
        return places.map { name, path in
            var status = statvfs()
            guard statvfs(path, &status) == 0 else {
                return Finding("disk", .fault, "\(name), \(path), cannot be looked at", step: "Check that \(path) exists and may be read.")
            }
            let free = Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
            let text = "\(free >> 20) MB are free in \(name), \(path)"
            guard access(path, W_OK) == 0, status.f_flag & UInt(ST_RDONLY) == 0 else {
                return Finding("disk", .fault, "\(name), \(path), cannot be written", step: "Give this user the right to write to \(path).")
            }
            guard free >= leastRoom else { return Finding("disk", .fault, text, step: "Make room on the disk of \(path).") }
            return Finding("disk", .fine, text)
        }
    }

    static func clock(now: Timestamp) -> [Finding] {
        var status = stat()
        let isBehind = stat("/proc/self/exe", &status) == 0 && Int64(status.st_mtim.tv_sec) > now.secondsSince1970 + 86_400
        guard isBehind else { return [Finding("clock", .fine, "it says \(now)")] }
        return [
            Finding(
                "clock", .fault, "it says \(now), before this program was built",
                step: "Set the clock, and have it kept right: links and keys expire by it.")
        ]
    }
}
