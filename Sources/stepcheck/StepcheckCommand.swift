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

  /// Runs what arguments ask for.
  ///
  /// - Returns: The exit code; all is told by then.
  fileprivate static func run(_ arguments: [String]) async -> ExitCode {
    do {
      try suggestCheck(of: arguments.first)
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .success
    } catch let error as ConfigurationError {
      Console.error(error.description)
    } catch let error as OutputError {
      Console.error(error.description)
    } catch {
      return finish(with: error)
    }
    return ExitCode(2)
  }

  /// Tells what the command line asked for, such as help, or what is wrong with it.
  private static func finish(with error: any Error) -> ExitCode {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    guard !text.isEmpty else { return code }
    do {
      if code.isSuccess { try Console.print(text + "\n") } else { Console.writeError(text + "\n") }
    } catch {
      Console.error(error.description)
      return ExitCode(2)
    }
    return code
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

/// The command as a whole: for its main function, and for a fuzzer.
package enum Command {
  /// Runs what arguments ask for, and says how the process is to end.
  package static func exitCode(of arguments: [String]) async -> Int32 {
    await StepcheckCommand.run(arguments).rawValue
  }
}
