/// Bytes by name.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let greaterThan = UInt8(ascii: ">")
  static let lessThan = UInt8(ascii: "<")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let hash = UInt8(ascii: "#")
  static let period = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")

  static let maskedNul: UInt8 = 0x1A
  static let maskedBracket: UInt8 = 0x1B
  static let maskedPeriod: UInt8 = 0x1C

  static func maskedMarker(for byte: UInt8) -> UInt8 {
    switch byte {
    case greaterThan: 0x1D
    case UInt8(ascii: "-"): 0x1E
    case UInt8(ascii: "+"): 0x1F
    case lessThan: 0x19
    case closeParenthesis: 0x16
    default: 0x18
    }
  }

  /// What a masked byte stands for; nil for an ordinary one.
  static func unmasked(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case maskedNul: [0xEF, 0xBF, 0xBD]  // U+FFFD, as CommonMark asks
    case maskedBracket: [openBracket]
    case maskedPeriod: [period]
    case 0x1D: [greaterThan]
    case 0x1E: [UInt8(ascii: "-")]
    case 0x1F: [UInt8(ascii: "+")]
    case 0x16: [closeParenthesis]
    case 0x18: [UInt8(ascii: "*")]
    case 0x19: [lessThan]
    default: nil
    }
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}
