extension Mark {
    /// How one sum became another: bars for both, and between them a step up or down for each cause.
    public struct Waterfall: Hashable, Sendable {
        public struct Step: Hashable, Sendable {
            public var name: String
            /// A sum at the start and the end; a difference, of either sign, between them.
            public var value: Double

            public init(name: String, value: Double) {
                self.name = name
                self.value = value
            }
        }

        public var start: Step
        public var steps: [Step]
        /// What the start and all steps come to.
        public var end: Step

        public init(start: Step, steps: [Step], end: Step) {
            self.start = start
            self.steps = steps
            self.end = end
        }
    }
}
