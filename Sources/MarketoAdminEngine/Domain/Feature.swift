/// A feature of the Treasure Chest [I: which there are; the documentation names none].
package enum Feature: String, CaseIterable, Sendable {
  case campaignCalendar = "Campaign Calendar"
  case munchkinBeta = "Munchkin Beta"
  case richTextEditor = "Rich Text Editor"
}
