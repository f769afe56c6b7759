import Charts

/// The page where a log is sent.
public struct ImportPage: Sendable {
    let frame: Frame
    let upload: UploadForm
    /// What was wrong with the last one.
    let problem: String?

    public init(problem: String? = nil, for reader: Reader) {
        upload = UploadForm(reader)
        frame = Frame(upload.heading, in: .imports, for: reader)
        self.problem = problem
    }
}
