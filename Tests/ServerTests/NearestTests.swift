import Testing

@testable import Server

@Suite struct NearestTests {
    @Test(arguments: [
        ("thme", "theme"), ("them", "theme"), ("heigth", "height"), ("Width", "width"), ("widht", "width"), ("catgeory", "category"),
    ])
    func `a slip of two letters finds its word`(slip: String, word: String) {
        #expect(slip.nearest(among: ["theme", "width", "height", "category", "by", "of"]) == word)
    }

    @Test(arguments: ["colour", "zz", "", "x", String(repeating: "a", count: 1000)])
    func `a word that is far from all finds none`(word: String) {
        #expect(word.nearest(among: ["theme", "width", "height", "category", "by", "of"]) == nil)
    }

    @Test(arguments: [("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)])
    func `the edit distance is symmetric and counts a swap once`(a: String, b: String, distance: Int) {
        #expect(a.editDistance(to: b) == distance)
        #expect(b.editDistance(to: a) == distance)
    }
}
