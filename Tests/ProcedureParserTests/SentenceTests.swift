import ProcedureModel
import TestSupport
import Testing

/// What a sentence of a step instructs.
struct SentenceTests {
  @Test(arguments: [
    ("Click **Save**.", ["click [Save]"]),
    ("Go to the **[!UICONTROL Admin]** area.", ["navigate [Admin] area"]),
    ("Click [!UICONTROL **Save**].", ["click [Save]"]),
    ("Click **Create.**", ["click [Create]"]),
    ("Click the **Roles **tab.", ["click [Roles] tab"]),
    ("Click**Next**.", ["click [Next]"]),
    ("Click **Se[!UICONTROL ]nd**.", ["click [Send]"]),
    ("Click **Admin** > **Users & Roles**.", ["click [Admin > Users & Roles]"]),
    (
      "Click **Admin > Security > Users &amp; Roles**.",
      ["click [Admin > Security > Users & Roles]"]
    ),
    ("Click the Roles tab.", ["click [Roles] tab"]),
    ("Click the **Actions** drop-down menu.", ["click [Actions] drop-down menu"]),
    ("Check the option **Remember me**.", ["check [Remember me] option"]),
    (
      "Click the [!UICONTROL Create [!DNL Target] activity] button.",
      [
        "click [Create Target activity] button"
      ]
    ),
  ])
  func `a target is what is marked, its noun what says of which kind it is`(
    sentence: String, actions: [String]
  ) {
    #expect(readStep(sentence).actions.map(\.summary) == actions)
  }

  @Test(arguments: [
    ("Click the **Roles** tab and then **New Role**.", ["click [Roles] tab", "click [New Role]"]),
    ("Click **A**, then **B**.", ["click [A]", "click [B]"]),
    (
      "Select the **API Only** role and check the **API Only** checkbox. Click **Next**.",
      [
        "select [API Only] role", "check [API Only] checkbox", "click [Next]",
      ]
    ),
    (
      "Enter an Email, First Name, and Last Name for the user. Click **Next**.",
      [
        "enter [Email]", "enter [First Name]", "enter [Last Name]", "click [Next]",
      ]
    ),
    (
      "Enter a Role Name, select the API access Permissions you want to give, and click **Create**.",
      [
        "enter [Role Name]", "select \"API access Permissions\" permission", "click [Create]",
      ]
    ),
    (
      "To edit a user, go to **Admin** and click **Users**.", ["navigate [Admin]", "click [Users]"]
    ),
    (
      "From the list, select the user you wish to edit and click **Edit User**.",
      [
        "select \"user\" user in [list]", "click [Edit User] in [list]",
      ]
    ),
    (
      "Enter the attribute, operator, and value.",
      ["enter \"attribute, operator, and value\" value"]
    ),
  ])
  func `a step has its actions in their order`(sentence: String, actions: [String]) {
    #expect(readStep(sentence).actions.map(\.summary) == actions)
  }

  @Test(arguments: [
    ("In the **Name** field, enter `Ada`.", ["enter [Name] field = Ada"]),
    ("Enter `Ada` in the **Name** field.", ["enter [Name] field = Ada"]),
    ("Type \"Ada\" in **Name**.", ["enter [Name] = Ada"]),
    ("Under **Security Settings**, click **Edit**.", ["click [Edit] in [Security Settings]"]),
    ("From the **Template** list, select **High**.", ["select [High] in [Template]"]),
    ("In Marketo, click **Admin**.", ["click [Admin] in [Marketo]"]),
    ("Click **Save** in the **Details** dialog.", ["click [Save] in [Details]"]),
    ("Change the **Status** to **Active**.", ["other [Status] = Active"]),
  ])
  func `fields, values and places stand in either order`(sentence: String, actions: [String]) {
    #expect(readStep(sentence).actions.map(\.summary) == actions)
  }

  @Test(arguments: [
    ("(Optional) Enter a **Description**.", ["enter [Description] (optional)"]),
    ("Optionally, enter a **Description**.", ["enter [Description] (optional)"]),
    (
      "Enter a Role Name, a Description (optional), and click **Create**.",
      [
        "enter [Role Name]", "enter [Description] (optional)", "click [Create]",
      ]
    ),
    ("If necessary, click **Back**.", ["click [Back] (optional)"]),
    (
      "Change the **Name** if necessary, and then click **Save**.",
      [
        "other [Name] (optional)", "click [Save]",
      ]
    ),
  ])
  func `what is optional is said to be`(sentence: String, actions: [String]) {
    let step = readStep(sentence)
    let found = step.actions.map(\.summary).map { $0.replacing(" (If necessary)", with: "") }
    #expect(found == actions)
  }

  @Test(arguments: [
    "Do not click **Send** yet.", "Don't select the **API Only** role.", "Never click **Delete**.",
    "You should not click **Delete**.", "Avoid clicking **Delete**.",
  ])
  func `what is forbidden is no action`(sentence: String) {
    #expect(readStep(sentence).actions.isEmpty)
  }

  @Test func `what follows a prohibition is read`() {
    let step = readStep("Click **Next**. Do not click **Cancel**. Click **Send**.")
    #expect(step.actions.map(\.summary) == ["click [Next]", "click [Send]"])
  }

  @Test(arguments: [
    "Click **Save** without selecting a **Role**.", "Click **Save** to create the **Role**.",
    "Click **Save** to close the dialog and see the **Roles** list.",
  ])
  func `purposes and manners are no actions`(sentence: String) {
    #expect(readStep(sentence).actions.map(\.summary) == ["click [Save]"])
  }

  @Test(arguments: [
    ("Provide the **Client Id** to the person in charge.", Step.Kind.manual),
    ("Repeat steps 2 to 4.", .reference),
    ("Follow the steps in [Create a Role](role.md).", .reference),
    ("The list is sorted by name.", .informational),
  ])
  func `a step that asks nothing of the product says why`(sentence: String, kind: Step.Kind) {
    let page = readPage("1. Click **A**.\n1. \(sentence)\n")
    let step = page.procedures.first?.steps.last
    #expect(step?.kind == kind)
    #expect(step?.actions.isEmpty == true)
    #expect(step?.reason?.words.isEmpty == false)
  }

  @Test(arguments: [
    ("Click **Send** or **Cancel**.", ["click [Send]"], [["click [Cancel]"]]),
    (
      "Click **Edit**, or click **New** and then **Role**.", ["click [Edit]"],
      [
        ["click [New]", "click [Role]"]
      ]
    ),
  ])
  func `one of two ways is enough`(
    sentence: String, actions: [String], alternatives: [[String]]
  ) {
    let step = readStep(sentence)
    #expect(step.kind == .choice)
    #expect(step.actions.map(\.summary) == actions)
    #expect(step.alternatives.map { $0.map(\.summary) } == alternatives)
  }

  @Test(arguments: [
    ("In the **Role Name** field, enter **Guest**.", ["enter [Role Name] field = Guest"]),
    ("Enter \"Guest\" as the **Role Name**.", ["enter [Role Name] = Guest"]),
    ("Select **Guest** as the **Role**.", ["select [Guest] in [Role]"]),
    ("For **Role Name**, type `Guest`.", ["enter [Role Name] = Guest"]),
    ("Enter an **Email** (for example, `a@example.com`).", ["enter [Email] = a@example.com"]),
    ("Set **A** to `x`, **B** to `y`.", ["other [A] = x", "other [B] = y"]),
    (
      "Enter an **Email**, and optionally a **Reason**.",
      [
        "enter [Email]", "enter [Reason] (optional)",
      ]
    ),
    ("Select the **A** and **B** roles.", ["select [A] role", "select [B] role"]),
  ])
  func `values and nouns are given in many ways`(sentence: String, actions: [String]) {
    #expect(readStep(sentence).actions.map(\.summary) == actions)
  }

  @Test(arguments: [
    "Make sure the **API Only** checkbox is checked.", "Verify that **Next** is there.",
    "Leave the **Reason** field blank.", "Wait for the **Users** list.",
  ])
  func `to look, or to leave, is not to do`(sentence: String) {
    #expect(readStep(sentence).actions.allSatisfy { $0.verb == .verify || $0.verb == .wait })
  }

  @Test func `marking a label never lowers what is understood`() {
    let plain = readStep("Click the Roles tab and then New Role.").actions
    let bold = readStep("Click the **Roles** tab and then **New Role**.").actions
    let control = readStep("Click the [!UICONTROL Roles] tab and then [!UICONTROL New Role].")
      .actions
    #expect(plain.map(\.summary) == bold.map(\.summary))
    #expect(bold.map(\.summary) == control.map(\.summary))
  }
}

/// What pages state of the result.
struct ClaimTests {
  /// The claim's name and what it is about.
  private func claims(_ sentence: String) -> [String] {
    readStep("Click **Save**.\n\n   \(sentence)").expects.map { expectation in
      let about =
        switch expectation.claim {
        case .showsText(let text, _), .isSo(let text): text
        case .isMade(let records), .isGone(let records):
          records.map { record in
            ([record.count.map(String.init), record.noun].compactMap(\.self) + record.names)
              .joined(separator: ", ")
          }.joined(separator: " + ")
        case .appears(let target, _), .closes(let target), .exists(let target), .isAt(let target):
          target.text + (target.noun.map { ", " + $0.text } ?? "")
        case .isListed(let thing, let list): thing.text + (list.map { " in " + $0.text } ?? "")
        case .hasState(let thing, let state): "\(thing.text), \(state)"
        case .hasValue(let thing, let value):
          "\(thing.text), \(value.attribute), \(value.value)"
        }
      let sign = ["", "not ", "? "][
        [.affirmed, .denied, .unknown].firstIndex(of: expectation.polarity) ?? 2]
      return "\(sign)\(expectation.claim.name): \(about)"
    }
  }

  @Test(arguments: [
    (
      "The pop-up says, \"No invitation is needed,\" but that is fine.",
      "contains-text: No invitation is needed"
    ),
    ("The message reads **All is well**.", "contains-text: All is well"),
    ("The **New Role** dialog opens.", "appears: New Role, dialog"),
    ("**New Role** is displayed.", "appears: New Role"),
    ("The role is now created.", "is-created: role"),
    ("The new role is listed.", "is-listed: new role"),
    ("The new role appears in the **Roles** list.", "is-listed: new role in Roles"),
    ("The **Save** button is grayed out.", "has-state: Save, disabled"),
    ("The **Roles** branch expands.", "has-state: Roles, expanded"),
    ("An e-mail is sent to the user.", "is-created: e-mail"),
    ("The role has been deleted.", "is-deleted: role"),
    ("The **New Role** dialog will close.", "closes: New Role, dialog"),
    ("It is made without an invite email having to be sent.", "not is-created: invite email"),
    ("No e-mail is sent.", "not is-created: e-mail"),
    ("Nothing is sent.", "not is-created: email"),
    ("None of the roles is deleted.", "not is-deleted: roles"),
    ("The user is not created.", "not is-created: user"),
    ("The user hasn't been created.", "not is-created: user"),
    ("The user was never created.", "not is-created: user"),
    ("The user is never not created.", "is-created: user"),
    ("The **New Role** dialog doesn't open.", "not appears: New Role, dialog"),
    ("The **New Role** dialog won't close.", "not closes: New Role, dialog"),
    ("The **New Role** dialog stays open.", "not closes: New Role, dialog"),
    ("The **New Role** dialog does not stay open.", "closes: New Role, dialog"),
    ("**New Role** is no longer displayed.", "not appears: New Role"),
    ("You don't see the **New Role** dialog.", "not appears: New Role, dialog"),
    ("You no longer see the **New Role** dialog.", "not appears: New Role, dialog"),
    ("The role is not listed.", "not is-listed: role"),
    ("The role is no longer listed in the **Roles** list.", "not is-listed: role in Roles"),
    ("The role does not appear in the **Roles** list.", "not is-listed: role in Roles"),
    ("The **Save** button is not disabled.", "not has-state: Save, disabled"),
    ("The **Save** button isn't enabled yet.", "not has-state: Save, enabled"),
    ("The **Save** button remains disabled.", "has-state: Save, disabled"),
    ("The message does not say \"All is well\".", "not contains-text: All is well"),
    ("The message never says **All is well**.", "not contains-text: All is well"),
    ("Hardly a role is created.", "? is-created: role"),
    ("Not all roles are deleted.", "? is-deleted: roles"),
    ("The role is not only created.", "? is-created: role"),
    ("The role is not created until you save.", "? is-created: role"),
    ("At no time is a role created.", "? holds: At no time is a role created."),
    ("The role **Not Now** is created.", "is-created: role, Not Now"),
    ("A new row displays in the list.", "is-listed: new row"),
    ("This opens the **Details** page.", "appears: Details, page"),
    ("You should see the new role.", "is-listed: new role"),
    ("The fields that you removed are now available.", "holds: fields"),
    ("This action turns it into a report.", "holds: This action turns it into a report."),
    ("Acme Mail sends an email to the people on the list.", "is-created: email"),
  ])
  func `a stated result is a claim`(sentence: String, claim: String) {
    #expect(claims(sentence) == [claim])
  }

  @Test func `two results are two claims`() {
    let sentence = "The **New Role** dialog closes, and the role is listed."
    #expect(claims(sentence) == ["closes: New Role, dialog", "is-listed: role"])
  }

  @Test(arguments: [
    "If you are lucky, the dialog opens.", "By default, the dialog opens.",
    "Does the dialog open?",
  ])
  func `what happens only sometimes is no claim`(sentence: String) {
    #expect(claims(sentence) == [])
  }

  @Test(arguments: [
    "The dialog can close.", "Each role shows its users.", "The role that opens is yours.",
    "The list to display is long.", "The account is active from then on.",
  ])
  func `what is stated and not read is told as that`(sentence: String) {
    #expect(claims(sentence) == ["? holds: \(sentence)"])
  }

  @Test func `a verb of several words may go beyond its clause`() {
    let page = readPage(
      """
      # Move a Card

      1. Click **Cards**.

         >[!NOTE]
         >
         >You cannot drag and drop it.
      """)
    #expect(page.procedures.first?.steps.first?.admonitions.first?.prohibitions == [])
  }
}
