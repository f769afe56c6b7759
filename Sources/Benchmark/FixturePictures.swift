import Charts
import Drawing
import Foundation
import Rendering
import Typography

/// The pictures of the benchmark as files, to be laid beside those of other programs.
enum FixturePictures {
    static func write(to folder: URL, typesetter: Typesetter) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for fixture in Fixture.all {
            let file = folder.appending(path: "\(fixture.name.prefix(2)).png")
            try Data(fixture.scene(typesetter).png(scale: 2, typesetter: typesetter)).write(to: file)
        }
    }
}
