import ProcedureModel
import TestSupport
import Testing

/// What an action wants done, and what its words point at.
struct IntentTests {
  private func actions(_ step: String) throws -> [Action] {
    let page = try #require(readSite(["page.md": "# Do It\n\n1. \(step)\n"])["page.md"])
    return page.procedures.flatMap(\.allSteps).flatMap(\.actions)
  }

  @Test(arguments: [
    ("Click **A**.", Intent.activate), ("Tap **A**.", .activate), ("Press **Save**.", .activate),
    ("Double-click **A**.", .doubleActivate), ("Right-click **A**.", .openContextMenu),
    ("Select **A**.", .choose), ("Choose **A**.", .choose), ("Check **A**.", .setChecked(true)),
    ("Clear **A**.", .clear), ("Make sure **A** is not checked.", .setChecked(false)),
    ("Enable **A**.", .turn(true)), ("Turn off **A**.", .turn(false)),
    ("Toggle **A**.", .turn(nil)),
    ("Expand **A**.", .setExpanded(true)), ("Collapse **A**.", .setExpanded(false)),
    ("Enter a **A**.", .enter), ("Set **A** to **B**.", .assign), ("Go to **A**.", .visit),
    ("Open **A**.", .visit), ("Hover over **A**.", .hover), ("Scroll to **A**.", .scroll),
    ("Wait for **A**.", .wait), ("Verify **A**.", .look), ("Create **New A**.", .goal),
    ("Use **A**.", .goal), ("Add **A**.", .include(true)), ("Remove **A**.", .include(false)),
    ("Hide **A**.", .unknown), ("Create **A**.", .unknown), ("Frobnicate the **A**.", .unknown),
    ("Copy the **A**.", .copy),
  ])
  func `the verb and its frame say what is wanted`(step: String, intent: Intent) throws {
    #expect(try actions(step).map(\.intent) == [intent])
  }

  @Test(arguments: [
    ("Press **Enter**.", "Enter"), ("Press Esc.", "Escape"),
    ("Press the **Delete** key.", "Delete"),
    ("Press **Ctrl+S**.", "control+s"), ("Press **Shift + Tab**.", "shift+Tab"),
    ("Press F5.", "F5"), ("Hold down **Ctrl**.", "control"),
  ])
  func `a key is a key`(step: String, keys: String) throws {
    guard case .press(let chord)? = try actions(step).first?.intent else {
      Issue.record("no key in \(step)")
      return
    }
    #expect(chord.text == keys)
  }

  @Test(arguments: ["Press the **Enter** button.", "Press **Delete**.", "Press **Next**."])
  func `a button is none`(step: String) throws {
    #expect(try actions(step).map(\.intent) == [.activate])
  }

  @Test(arguments: [
    ("If you want to keep it, click **A**.", Condition.Kind.choice, false),
    ("If necessary, click **A**.", .choice, false), ("If you like, click **A**.", .choice, false),
    ("If your subscription uses SSO, click **A**.", .inCase, false),
    ("If SSO is not enabled, click **A**.", .inCase, true),
    ("Unless you use SSO, click **A**.", .inCase, true),
    ("When the dialog opens, click **A**.", .time, false),
  ])
  func `a condition is a case, a time, or a choice`(
    step: String, kind: Condition.Kind, isNegated: Bool
  ) throws {
    let condition = try actions(step).first?.condition
    #expect(condition?.kind == kind)
    #expect((condition?.clause.polarity == .denied) == isNegated)
  }

  @Test(arguments: [
    ("Select the role that you created.", Referent.made), ("Select the new role.", .made),
    ("Select the **User** you created in step 2.", .step(2)),
    ("Select the previous one.", .previous), ("Select the role.", nil),
    ("Select the role that you want to delete.", nil),
    ("Select the **User** [created](page.md) before.", .page("page.md")),
  ])
  func `words point at what was made, used or described`(step: String, referent: Referent?) throws {
    #expect(try actions(step).first?.target?.referent == referent)
  }

  @Test func `a pronoun points at what was named`() throws {
    #expect(
      try actions("Click **A**, then click it again.").last?.target?.referent == .earlier("A"))
  }
}
