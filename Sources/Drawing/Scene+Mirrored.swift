extension Scene {
    /// The picture for a reader who begins at the right: everything changes sides, and only the text reads as before.
    ///
    /// What stands for which row, and what lies over what, stays. All parts of a path turn the other way round together, so what
    /// the winding rule counts as inside stays inside. Mirroring twice gives the scene again, but for the last bits of its
    /// coordinates.
    public func mirrored() -> Scene {
        var scene = self
        scene.nodes = nodes.map { $0.mirrored(in: size.width) }
        return scene
    }
}
