import Drawing

extension String {
    /// The text as a part of a sentence whose order it does not disturb, as ``BidirectionalText`` tells.
    package var isolated: String { BidirectionalText.isolated(self) }
}
