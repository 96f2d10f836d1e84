/// Labels that nearly every application has, such as "Save Changes": they don't tell one
/// application from another.
package enum CommonLabels {
  private static let words = Set(
    """
    a account actions activate active add advanced all and apply back browse cancel category \
    change changes clear close color column columns comment comments configuration confirm \
    content continue copy create created custom customize dashboard date default delete \
    description details disable display done download edit email enable enabled end enter \
    export file files filter filters finish folder general go group groups help home icon id \
    in inactive info information item items label language link list location log login \
    manage menu message more move my name new next no none notes off ok on open options or \
    order other out overview page password post preferences preview previous privacy private \
    profile properties public refresh remove rename reset run save search select selected send \
    settings share show sign sort start status submit summary support tab tags template \
    templates text the time title to tools type update upload url user users value version \
    view views window yes your
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether all words of a label are such that nearly every application has them.
  package static func contains(_ label: String) -> Bool {
    label.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
      .allSatisfy { words.contains(String($0)) }
  }
}
