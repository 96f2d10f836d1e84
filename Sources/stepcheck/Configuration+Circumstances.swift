import ArgumentParser
import EngineInterface

extension Configuration {
  /// What it gives for a page.
  ///
  /// - Throws: ``ConfigurationError`` where the engine does not know it.
  func circumstances(in settings: Settings) throws -> Circumstances {
    do {
      return try settings.given.checkedCircumstances()
    } catch let error as ValidationError {
      throw ConfigurationError("\(path): \(error.message)")
    }
  }
}
