/// The encoding of a log's text, by the name that iconv knows it by.
public struct TextEncoding: Hashable, Sendable, CustomStringConvertible {
    public let name: String

    private init(known name: String) { self.name = name }

    public static let utf8 = TextEncoding(known: "UTF-8")
    static let utf16LittleEndian = TextEncoding(known: "UTF-16LE")
    static let utf16BigEndian = TextEncoding(known: "UTF-16BE")
    static let windows1252 = TextEncoding(known: "WINDOWS-1252")

    /// Takes a name as a person writes it, as in `latin1`, `cp1250` or `mac-roman`; nil when there is no such encoding.
    public init?(_ name: String) {
        let compact = name.lowercased().filter { $0.isLetter || $0.isNumber }
        let known =
            switch compact {
            case "utf8", "utf8sig": "UTF-8"
            case "utf16", "utf16le", "unicode": "UTF-16LE"
            case "utf16be": "UTF-16BE"
            case "macroman", "macintosh", "mac": "MACINTOSH"
            case "windows1252", "cp1252", "ansi", "latin1", "iso88591": "WINDOWS-1252"
            default: name.uppercased()
            }
        // What iconv adds to a name, as in `//IGNORE`, would drop characters without a word.
        guard name.count <= 30, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }),
            Transcoder.knows(known)
        else { return nil }
        self.name = known
    }

    public var description: String {
        switch name {
        case "MACINTOSH": "Mac Roman"
        case "WINDOWS-1252": "Windows-1252"
        case "WINDOWS-1250": "Windows-1250"
        case "WINDOWS-1251": "Windows-1251"
        case "SHIFT_JIS": "Shift_JIS"
        case "UTF-16LE", "UTF-16BE": "UTF-16"
        default: name
        }
    }

    /// Finds the encoding by a byte order mark, or by the zeros that UTF-16 puts beside ASCII; nil where neither is there.
    static func marked(_ head: [UInt8]) -> (encoding: TextEncoding, markLength: Int, basis: String)? {
        let mark = "a byte order mark"
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, mark) }
        if head.starts(with: [0xFF, 0xFE, 0, 0]) { return (TextEncoding(known: "UTF-32LE"), 4, mark) }
        if head.starts(with: [0, 0, 0xFE, 0xFF]) { return (TextEncoding(known: "UTF-32BE"), 4, mark) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, mark) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, mark) }
        let pairs = head.count / 2
        guard pairs >= 4, head.contains(0) else { return nil }
        var (even, odd) = (0, 0)
        for pair in 0..<pairs {
            if head[pair * 2] == 0 { even += 1 }
            if head[pair * 2 + 1] == 0 { odd += 1 }
        }
        if odd * 10 >= pairs * 7, even * 20 <= pairs { return (.utf16LittleEndian, 0, "a zero in every second byte") }
        if even * 10 >= pairs * 7, odd * 20 <= pairs { return (.utf16BigEndian, 0, "a zero in every second byte") }
        return nil
    }
}

/// What a text of one byte a character, or of an older code of several, may be in, judged by the words it comes to.
struct EncodingGuess {
    let encoding: TextEncoding
    /// Words with other letters than ASCII's, as the encoding reads them.
    let words: [String]
    /// The share of these that look like words.
    let plausibility: Double

    /// The encodings that are tried, the most frequent first.
    private static let candidates = [
        "WINDOWS-1252", "MACINTOSH", "WINDOWS-1250", "WINDOWS-1251", "SHIFT_JIS", "GB18030", "BIG5", "EUC-KR", "ISO-8859-7", "WINDOWS-1254",
        "CP850",
    ]

    /// Returns the encodings in which the words of `sample` can be read, the most plausible first and Windows-1252 before its equals.
    static func guesses(_ sample: [UInt8]) -> [EncodingGuess] {
        let words = wordsBeyondASCII(sample)
        return candidates.enumerated().compactMap { rank, name -> (Int, EncodingGuess)? in
            guard let encoding = TextEncoding(name) else { return nil }
            let read = words.map { Transcoder.text($0, in: name) ?? "\u{FFFD}" }
            let score = read.reduce(0.0) { $0 + plausibility(of: $1, in: encoding) } / Double(max(read.count, 1))
            return (rank, EncodingGuess(encoding: encoding, words: read, plausibility: score))
        }.sorted { ($1.1.plausibility, $0.0) < ($0.1.plausibility, $1.0) }.map(\.1)
    }

    /// The first runs of letters that hold bytes beyond ASCII, with what stands around them up to white space and separators.
    private static func wordsBeyondASCII(_ sample: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var seen: Set<[UInt8]> = []
        for word in sample.split(whereSeparator: { $0 < 0x30 || [UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|")].contains($0) })
        where word.contains(where: { $0 >= 0x80 }) && word.count <= 60 && seen.insert(Array(word)).inserted {
            words.append(Array(word))
            if words.count == 200 { break }
        }
        return words
    }

    /// How much a text looks like a word: 1 for one that does, 0 for one that does not.
    static func plausibility(of word: String, in encoding: TextEncoding) -> Double {
        let scalars = Array(word.unicodeScalars)
        guard !scalars.isEmpty else { return 0 }
        if scalars.contains(where: {
            $0 == "\u{FFFD}" || ($0.properties.generalCategory == .control) || $0.properties.generalCategory == .unassigned
                || $0.properties.generalCategory == .privateUse
        }) {
            return 0
        }
        let others = scalars.indices.filter { !scalars[$0].isASCII }
        func isLetter(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].properties.isAlphabetic }
        let isEastAsian = ["SHIFT_JIS", "GB18030", "BIG5", "EUC-KR"].contains(encoding.name)
        if isEastAsian {
            // Two letters of a Western word make an ideograph, which then stands among Latin letters.
            let mixes = others.contains { index in
                isLetter(index - 1) && scalars[index - 1].isASCII || isLetter(index + 1) && scalars[index + 1].isASCII
            }
            return mixes || others.count < 2 ? 0 : 0.9
        }
        let isCyrillicOrGreek = encoding.name == "WINDOWS-1251" || encoding.name == "ISO-8859-7"
        var good = 0.0
        for index in others {
            let scalar = scalars[index]
            if scalar.properties.isAlphabetic {
                let isCapitalWithin =
                    scalar.properties.isUppercase && index > 0 && isLetter(index - 1) && scalars[index - 1].properties.isLowercase
                let isAmongASCII = isLetter(index - 1) && scalars[index - 1].isASCII || isLetter(index + 1) && scalars[index + 1].isASCII
                if isCapitalWithin { continue }
                if isCyrillicOrGreek {
                    good += isAmongASCII || others.count < 2 ? 0 : 1
                } else {
                    good += others.count <= 3 || isAmongASCII && others.count * 2 <= scalars.count + 1 ? 1 : 0.1
                }
            } else {
                // A sign within a word, as `³` in `¿ó³te`, is none of it; quotes and dashes around one are.
                good +=
                    isLetter(index - 1) && isLetter(index + 1) && !"’'–‘-".unicodeScalars.contains(scalar)
                    ? 0 : edge(scalar, atStart: index == 0)
            }
        }
        return good / Double(others.count)
    }

    /// How much a sign that is no letter is at home at the edge of a word.
    private static func edge(_ scalar: Unicode.Scalar, atStart: Bool) -> Double {
        if "€£¥“”„«»–—’‘…°º®™©§•·×½¼¾".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace { return 1 }
        return 0.3
    }
}
