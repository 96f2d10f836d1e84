/// Words that point to other steps or to another page for what is to be done.
package struct Reference: Hashable, Sendable {
  package let words: Passage
  /// The numbers of steps that it names: 2 to 4.
  package let steps: ClosedRange<Int>?
  package let link: Link?
  /// Whether the steps are to be done once more, and from where on.
  package var repetition: Repetition?
  package var condition: Condition?
  /// Whether the numbers are those of this procedure: not "step 2 of the setup".
  package var isOfThese = false

  package enum Repetition: String, Sendable {
    /// "Repeat steps 2 to 4": these.
    case steps
    /// "Go back to step 2": from there to here.
    case onward
  }

  package init(words: Passage, steps: ClosedRange<Int>?, link: Link?) {
    self.words = words
    self.steps = steps
    self.link = link
  }
}
