import ArgumentParser

struct StepcheckCommand: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "stepcheck",
    abstract: "Checks that help pages are true: performs their numbered steps and checks every"
      + " outcome.",
    version: version,
    subcommands: [
      InitCommand.self, CheckCommand.self, ChecklistCommand.self, ModelCommand.self,
      EngineCommand.self,
      ExplainCommand.self,
    ])

  /// Runs what the command line asks for.
  static func run() async {
    do {
      try suggestCheck(of: CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as ConfigurationError {
      Console.error(error.description)
      exit(withError: ExitCode(2))
    } catch let error as OutputError {
      Console.error(error.description)
      exit(withError: ExitCode(2))
    } catch {
      finish(with: error)
    }
  }

  /// Tells what the command line asked for, such as help, or what is wrong with it.
  private static func finish(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    guard !text.isEmpty else { exit(withError: code) }
    do {
      if code.isSuccess { try Console.print(text + "\n") } else { Console.writeError(text + "\n") }
    } catch {
      Console.error(error.description)
      exit(withError: ExitCode(2))
    }
    exit(withError: code)
  }

  /// A page in place of a command: suggests to check it.
  private static func suggestCheck(of argument: String?) throws {
    guard let argument, !argument.hasPrefix("-"),
      !configuration.subcommands.contains(where: { $0.configuration.commandName == argument }),
      argument.hasSuffix(".md") || argument != "help" && FileReading.kind(argument) != nil
    else { return }
    throw ValidationError(
      "\"\(argument)\" isn't a command; to check it, run: stepcheck check \(argument)")
  }
}
