extension String {
  /// Holds nothing that a reader would see.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
