import Mustache
import Templates

/// The templates of mails, which are part of the program.
enum MailTemplates {
    /// - Throws: When one of them is not a template: a fault of the build, not of any input.
    static func render(_ page: Any, _ template: String) throws -> String {
        try library.get().render(page, withTemplate: template) ?? ""
    }

    private static let library = Result {
        let sources = [
            "mail": PackageResources.mail_mustache, "picture": PackageResources.picture_mustache,
            "snippet": PackageResources.snippet_mustache,
        ]
        return MustacheLibrary(templates: try sources.mapValues { try MustacheTemplate(html: $0) })
    }
}
