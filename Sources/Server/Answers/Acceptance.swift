/// What a client says it accepts (RFC 9110, section 12.5.1).
struct Acceptance: Hashable, Sendable {
    private struct Range: Hashable, Sendable {
        var type: Substring
        var subtype: Substring
        var quality: Double

        var specificity: Int { type == "*" ? 0 : subtype == "*" ? 1 : 2 }

        func matches(_ type: Substring, _ subtype: Substring) -> Bool {
            (self.type == "*" || self.type == type) && (self.subtype == "*" || self.subtype == subtype)
        }
    }

    private var ranges: [Range]

    /// Reads the values of `Accept`; what cannot be read is passed over, as if it were not there.
    init(_ values: [String]) {
        ranges = Preference.all(in: values).compactMap { preference in
            let names = preference.name.lowercased().split(separator: "/", omittingEmptySubsequences: false)
            guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty, names[0] != "*" || names[1] == "*" else { return nil }
            return Range(type: names[0], subtype: names[1], quality: preference.quality)
        }
    }

    /// Whether the client leaves the choice to the server.
    var isEmpty: Bool { ranges.isEmpty }

    /// Whether the client names pictures, and not only anything whatever.
    var namesPictures: Bool { ranges.contains { $0.type == "image" && $0.quality > 0 } }

    /// Returns how welcome a media type is, 0…1, by the most specific range that covers it.
    func quality(of mediaType: String) -> Double {
        range(for: mediaType)?.quality ?? 0
    }

    /// Returns how welcome a media type is when the client names it in full; 0 when only a wildcard covers it.
    func explicitQuality(of mediaType: String) -> Double {
        range(for: mediaType).map { $0.specificity == 2 ? $0.quality : 0 } ?? 0
    }

    /// Returns the most welcome representation, the first of equals; nil when none is accepted.
    func best(of representations: [Representation]) -> Representation? {
        if isEmpty { return representations.first }
        var best: (representation: Representation, quality: Double)?
        for representation in representations {
            let quality = quality(of: representation.mediaType)
            if quality > (best?.quality ?? 0) { best = (representation, quality) }
        }
        return best?.representation
    }

    private func range(for mediaType: String) -> Range? {
        let names = mediaType.split(separator: "/")
        return ranges.filter { $0.matches(names[0], names[1]) }.max { $0.specificity < $1.specificity }
    }
}

/// One of the things that a client says it takes, in `Accept`, `Accept-Encoding` or `Accept-Language`.
struct Preference: Hashable, Sendable {
    /// As it was written, without white space.
    var name: String
    /// How welcome it is, 0…1 (RFC 9110, section 12.4.2); 0 where that cannot be read.
    var quality: Double

    /// Reads the elements of a field's values, in the order they came.
    static func all(in values: [String]) -> [Preference] {
        values.flatMap { $0.split(separator: ",") }.compactMap { element in
            let parts = element.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let name = parts.first else { return nil }
            let weight = parts.dropFirst().map { $0.lowercased() }.first { $0.hasPrefix("q=") }
            let quality = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return Preference(name: name, quality: quality.isNaN ? 0 : min(max(quality, 0), 1))
        }
    }
}
