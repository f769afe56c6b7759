/// Pages that belong together, and the places in them that a reader may want to go to.
public struct PagedDocument: Hashable, Sendable {
    public var title: String
    /// What a reader should learn without seeing the pages.
    public var summary: String
    /// A BCP 47 language tag.
    public var language: String
    public var pages: [Scene]
    /// In the order of the pages.
    public var bookmarks: [Bookmark]
    /// What the figures show, in the order in which they stand on the pages.
    public var figures: [String]

    public init(title: String, summary: String, language: String, pages: [Scene], bookmarks: [Bookmark], figures: [String] = []) {
        self.title = title
        self.summary = summary
        self.language = language
        self.pages = pages
        self.bookmarks = bookmarks
        self.figures = figures
    }

    public struct Bookmark: Hashable, Sendable {
        public var title: String
        /// The index of the page.
        public var page: Int
        /// From the page's upper edge, in points.
        public var top: Double

        public init(title: String, page: Int, top: Double) {
            self.title = title
            self.page = page
            self.top = top
        }
    }
}
