Feature: Create an API Only User

  # From help/users-and-roles/create-an-api-only-user.md
  # Every integration gets a user of its own, so that its calls can be told from those of others. Such a user can't sign in: it exists for the API alone.

  Scenario: Create an API Only User
    Given Not for you: If your subscription has been onboarded to Adobe Identity, use the page for Adobe Identity instead: the steps are different there.
    And Needed: Admin permissions required
    And Create a Role for API Access
    When Go to Admin > Security > Users & Roles.
    And On the Users tab, click Invite New User.
    And Enter an Email, a First Name, and a Last Name, and click Next.
      """
      Tip: The address has to look like an e-mail address and be used by no other user. It need not exist: nothing is sent to it.
      """
    And Select the API Only role.
    And Check the API Only checkbox below the roles, then click Next.
      """
      Note: Instead of an invitation to edit, the last step of the wizard says "An invitation is not required for API only". The user is created without an email being sent.
      """
    And Click Send.
      """
      The Invite New User dialog closes, and the user is listed.
      """
    Then The Invite New User dialog closes, and the user is listed.
    And there is a new API Only User
    # The user does not count against your user allotment.

  # More like this: Create a Custom Service for the REST API
