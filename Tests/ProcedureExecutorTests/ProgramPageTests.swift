import Testing

/// Pages on channels, tags, fields and limits: right ones pass, and a wrong label is an error there.
struct ProgramPageTests {
  @Test(arguments: [
    ("Tags", "Click **New**, then **New Tag**.", "Click **New**, then **New Tag Type**."),
    ("Communication Limits", "Click **Edit Limits**.", "Click **Edit**."),
    (
      "Smart Campaign", "Click **Edit Restrictions**.",
      "Under **Smart Campaign Settings**, click **Edit**."
    ),
    (
      "Landing Pages", "Under **Settings**, click **Change**.",
      "Under **Settings**, click **Edit**."
    ),
    ("Field Management", "Click **New Field**.", "Click **New Custom Field**."),
    ("Email", "Click **Add Domain**.", "Click **Add**."),
  ])
  func `a label that the screen does not have is an error`(
    area: String, wrong: String, right: String
  ) async throws {
    for (step, errors) in [(wrong, ["control-not-found 5"]), (right, [])] {
      let result = try await check(
        text: """
          # Set it up

          1. Go to the **Admin** area.
          2. Click **\(area)**.
          3. \(step)
          4. Click **Cancel**.
          """)
      #expect(result.errors == errors, "\(step)")
    }
  }

  @Test func `the plus sign beside a branch opens it`() async throws {
    let text = """
      # Delete a channel

      1. Go to the **Admin** area and click **Tags**.
      2. Click the **+** sign next to **Channel** to expand it.
      3. Select **Roadshow**.
      4. Click **Tag Actions** and select **Delete**.
      """
    let result = try await check(text: text)
    #expect(result.errors == [])
    #expect(result.changes == ["- channel Roadshow"])
    let wrong = try await check(text: text.replacing("**Channel**", with: "**Channels**"))
    #expect(wrong.errors == ["control-not-found 4"])
  }

  @Test func `the channel of one's choice is found below its closed branch`() async throws {
    let result = try await check(
      text: """
        # Hide a channel

        1. Go to the **Admin** area and click **Tags**.
        2. Select the channel you want to hide.
        3. Click **Tag Actions** and select **Hide**.
        """)
    #expect(result.errors == [])
    #expect(result.changes == ["~ channel Roadshow: shown no"])
  }

  @Test func `a record of another kind that is shown is not what is to be selected`() async throws {
    let result = try await check(
      text: """
        # Edit a user

        1. Go to the **Admin** area and click **Users & Roles**.
        2. Select the API only user and click **Edit User**.
        """)
    #expect(result.errors == ["control-not-found 4"])
  }

  @Test func `a channel that programs use is not deleted`() async throws {
    let result = try await check(
      text: """
        # Delete a channel

        1. Go to the **Admin** area and click **Tags**.
        2. Expand **Channel** and select **Webinar**.
        3. Click **Tag Actions** and select **Delete**.
        """)
    #expect(result.errors == ["control-disabled 5"])
  }

  @Test func `a user's own sender is kept, and another user's is not changed`() async throws {
    let result = try await check(
      text: """
        # Change the sender

        1. Go to the **Admin** area.
        2. Click **Email**.
        3. Enter `news@example.com` in the **From Email** field and `News` in the **From Label** field.
        4. Click **Save Changes**.
        """)
    #expect(result.errors == [])
    #expect(
      result.changes == [
        "~ user ada.admin@example.com: from email news@example.com; from label News"
      ])
  }

  @Test func `of two buttons called Edit the one beside the caption is meant`() async throws {
    let result = try await check(
      text: """
        # Count opens

        1. Go to the **Admin** area.
        2. Click **Smart Campaign**.
        3. Next to **Settings for Email Opens**, click **Edit**.
        4. Click the drop-down, choose **Enabled**, and click **Save**.
        """)
    #expect(result.errors == [])
    #expect(result.changes == ["~ setting email opens: by campaign yes"])
  }

  @Test func `limits of one's choice are set`() async throws {
    let result = try await check(
      text: """
        # Set limits

        1. Go to the **Admin** area.
        2. Click **Communication Limits**.
        3. Click **Edit**.
        4. Click the **Per Day** drop-down and select the desired limit.
        5. Select **Block non-operational emails**.
        6. Click **Save**.
        """)
    #expect(result.errors == [])
    #expect(
      result.changes == [
        "~ setting communication limits: per day 1; non-operational emails blocked"
      ])
  }

  @Test(arguments: [
    ("Landing Pages", "Click the **Rules** tab."),
    ("Email", "Click the **Bot Activity** tab."),
    ("Landing Pages", "Click **Edit** next to **Landing Page HTTP Headers**."),
    (
      "Field Management",
      "Select **Middle Name**, click **Field Actions** and select **Block Field Updates**."
    ),
  ])
  func `what of a screen is not known is not judged as missing`(
    area: String, step: String
  ) async throws {
    let result = try await check(
      text: """
        # Set it up

        1. Go to the **Admin** area.
        2. Click **\(area)**.
        3. \(step)
        """)
    #expect(result.errors == ["screen-not-modelled 5"])
  }

  @Test(arguments: ["Munchkin", "Channels", "Notifications"])
  func `screens without facts stay unknown`(area: String) async throws {
    let result = try await check(
      text: """
        # Set it up

        1. Go to the **Admin** area.
        2. Click **\(area)**.
        3. Click **Edit**.
        """)
    #expect(result.errors == ["screen-not-modelled 4"])
  }
}
