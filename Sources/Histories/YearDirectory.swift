/// Which years there are of a history that is kept by years, each in a piece of its own.
///
/// An order belongs to the year of its first line. The revision of the whole is the sum of those of its years, modulo 2⁶⁴, so a year that
/// does not change is neither read nor written.
public struct YearDirectory: Hashable, Sendable {
    public struct Year: Hashable, Sendable {
        /// 1…9999.
        public var year: Int
        public var lineCount: Int
        public var revision: UInt64

        public init(year: Int, lineCount: Int, revision: UInt64) {
            self.year = year
            self.lineCount = lineCount
            self.revision = revision
        }
    }

    /// In order of time, each once.
    public var years: [Year]

    public init(years: [Year]) { self.years = years }

    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(HistoryFormat.years.rawValue)
        writer.append(count: years.count)
        var last = 0
        for year in years {
            writer.append(count: year.year - last)
            writer.append(count: year.lineCount)
            writer.append(word: year.revision)
            last = year.year
        }
        return writer.bytes
    }

    /// Reads a directory; returns nil when the bytes are those of a history.
    ///
    /// - Throws: `HistoryError.damaged`.
    public init?(decoding bytes: [UInt8]) throws(HistoryError) {
        guard bytes.first == HistoryFormat.years.rawValue else { return nil }
        let result: Result<[Year], HistoryError> = bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()))
            do throws(HistoryError) { return .success(try Self.years(from: &reader)) } catch { return .failure(error) }
        }
        years = try result.get()
    }

    private static func years(from reader: inout ByteReader) throws(HistoryError) -> [Year] {
        var years: [Year] = []
        var last: UInt64 = 0
        for _ in 0..<(try reader.count(ofAtLeast: 10)) {
            let distance = try reader.number()
            guard distance > 0, distance <= 9_999 - last else { throw .damaged(.order) }
            last += distance
            let count = try reader.number()
            guard count > 0, count <= UInt64(Int32.max) else { throw .damaged(.number) }
            years.append(Year(year: Int(last), lineCount: Int(count), revision: try reader.word()))
        }
        try reader.finish()
        return years
    }
}
