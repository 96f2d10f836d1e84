/// A call that the product makes to another one.
package struct Webhook: Hashable, Sendable {
  package enum Encoding: String, CaseIterable, Sendable {
    case none = "None"
    case json = "JSON"
    case form = "Form/URL"
  }

  package enum ResponseType: String, CaseIterable, Sendable {
    case none = "None"
    case json = "JSON"
    case xml = "XML"
  }

  package enum Method: String, CaseIterable, Sendable {
    case get = "GET"
    case post = "POST"
  }

  package var url = ""
  package var template = ""
  package var encoding = Encoding.none
  package var responseType = ResponseType.none
  package var method = Method.post

  package init() {}
}
