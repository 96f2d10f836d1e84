import ArgumentParser
import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureReports

struct EngineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine",
    abstract: "Shows what the engine knows: circumstances, screens, records, assumptions.",
    discussion: """
      The screens are found by using the engine, and are printed as they look when they are \
      first reached.
      """)

  @Option(
    help: ArgumentHelp(
      "Show one screen, dialog or tab: its controls with roles, values and"
        + " states.", valueName: "name"))
  var screen: String?

  @Option(
    help: ArgumentHelp("Set a circumstance, such as identity=adobe.", valueName: "key=value"))
  var given: [Pair] = []

  func run() async throws {
    let circumstances = try given.checkedCircumstances()
    let screens = Explorer.screens(of: MarketoAdmin(), under: circumstances)
    let usesColor = ColorChoice.auto.usesColor
    let report = EngineReport(MarketoAdmin.product, usesColor: usesColor)
    guard let screen else {
      try Console.print(report.overview(screens), inColor: usesColor)
      return
    }
    let called = screens.filter { $0.isCalled(screen) }
    guard !called.isEmpty else {
      if let other = elsewhere(screen, circumstances) {
        throw ValidationError(
          "there is no screen \"\(screen)\" here; it exists with --given"
            + " \(other)")
      }
      let nearest = Spelling.nearest(to: screen, among: screens.map(\.name))
      throw ValidationError(
        "unknown screen \"\(screen)\""
          + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; \"stepcheck engine\" lists them"))
    }
    try Console.print(called.map(report.screen).joined(separator: "\n"), inColor: usesColor)
  }

  /// The first other value of a circumstance with which there is a screen of this name.
  private func elsewhere(_ screen: String, _ given: Circumstances) -> String? {
    for circumstance in MarketoAdmin.product.circumstances {
      guard case .choice(let values) = circumstance.domain else { continue }
      for value in values where value != given[circumstance.key] ?? circumstance.standard {
        var others = given
        others[circumstance.key] = value
        let screens = Explorer.screens(of: MarketoAdmin(), under: others)
        if screens.contains(where: { $0.isCalled(screen) }) {
          return "\(circumstance.key)=\(value)"
        }
      }
    }
    return nil
  }
}
