import CZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A zip archive that is open for reading.
final class ZipArchive {
    struct Entry {
        var index: Int
        var name: String
        var byteCount: Int
    }

    private let archive: OpaquePointer

    /// The most members that are looked at.
    private static let maximumEntries = 10_000

    init(_ file: LogFile) throws(PurchaseLogError) {
        // By a descriptor of its own, since the offset of a copied one would be shared.
        var code = Int32(0)
        let path = "/proc/self/fd/\(file.descriptor)"
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw .damagedArchive(reason: "libzip cannot open it, error \(code)") }
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    func entries() throws(PurchaseLogError) -> [Entry] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= Self.maximumEntries else { throw .damagedArchive(reason: "it has more than \(Self.maximumEntries.grouped) files") }
        return (0..<max(count, 0)).compactMap { index in
            var status = zip_stat_t()
            guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0, let name = status.name else { return nil }
            return Entry(index: index, name: String(cString: name), byteCount: Int(clamping: status.size))
        }
    }

    /// Opens a member for reading.
    func open(_ index: Int) throws(PurchaseLogError) -> ZipMember { try ZipMember(self, index, archive) }
}

/// The bytes of a member of an archive, inflated.
final class ZipMember: ByteStream {
    private let archive: ZipArchive
    private let file: OpaquePointer
    private(set) var bytesRead = 0

    fileprivate init(_ archive: ZipArchive, _ index: Int, _ pointer: OpaquePointer) throws(PurchaseLogError) {
        guard let file = zip_fopen_index(pointer, zip_uint64_t(index), 0) else {
            let message = zip_error_strerror(zip_get_error(pointer)).map { String(cString: $0) } ?? "a file of it cannot be opened"
            throw .damagedArchive(reason: message)
        }
        self.archive = archive
        self.file = file
    }

    deinit { zip_fclose(file) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = zip_fread(file, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(buffer.count - filled))
            if count == 0 { break }
            guard count > 0 else { throw .damagedArchive(reason: "it ends too early, or has been changed") }
            filled += Int(count)
        }
        bytesRead += filled
        return filled
    }
}
