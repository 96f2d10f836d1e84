/// What the engine decides where the documentation is silent or contradicts itself.
///
/// A sentence each; texts of the engine's own are in `OwnTexts`.
package enum Assumptions {
  static let all =
    releases + screens + users + roles + workspaces + settings + programs + services + calls
    + notModelled.map(\.reason)

  /// Rules of the product that no engine can keep, by their numbers.
  package static let notModelled = [
    (rule: 15, reason: "How many users were bought is not modelled, so there is no limit."),
    (rule: 16, reason: "That each integration should have a user of its own is advice."),
    (rule: 42, reason: "Who may be given credentials is up to people."),
  ]

  private static let releases = [
    "In the older products, people have Marketo identity, an invitation is valid for three days,"
      + " Spark has "
      + "no custom services, and the system roles are protected.",
    "The oldest product invites in one dialog with the button Invite, whose calendar waits for OK; "
      + "of its system roles, Admin and Standard User are not edited.",
    "Which nine permissions of Access Admin came with the newest product is a guess; Create"
      + " Report, "
      + "Create List and Export Campaign Activity came with it, and Lead became Person.",
    "The field is called Access Expires in all versions.",
    "A record that is given begins empty: a role without permissions, a user with Standard User, a "
      + "custom service with the first API only user.",
    "A role that a page takes for granted can call the API, and an API only user holds such a"
      + " role.",
  ]

  private static let screens = [
    "The Users tab opens first; Security is open in the tree of Admin, other branches are closed.",
    "A link to an area without the permission for it is shown, says so, and opens nothing.",
    "Communication Limits, Email, Field Management, Landing Pages, Smart Campaign and Tags open with"
      + " the permission of that name; areas whose permission is not documented open with Access Admin"
      + " alone.",
    "A click on a branch of a tree or on a menu opens it, and a second one does not close it.",
    "Edit, delete and reset need a selected row.",
    "Other applications are reached by a link beside the menu, as if by another browser tab.",
    "The fields of Edit User that are not documented are those of Invite New User.",
    "Every account with another company can be signed in to, and stays signed in.",
  ]

  private static let users = [
    "The standard login history has two records: a failed login of yesterday, and one of today.",
    "A login that is taken is refused before the user is created; one of a sandbox is refused"
      + " too, unless "
      + "the subscription uses Universal ID.",
    "At least one role has to be checked; any will do, and the API Only checkbox alone makes "
      + "an API only user.",
    "API only users are active at once; their e-mail addresses are not verified.",
    "The last Admin can be neither deleted nor lose the role; nobody deletes themselves.",
    "An API only user that a service uses is neither edited nor deleted until the service is "
      + "deleted or has another user.",
    "Calls of an API only user are refused once its access has expired.",
    "With workspaces switched on, there is one other than Default, called Europe.",
    "Name and e-mail of a person with Adobe identity are changed in Adobe's tools alone.",
    "With Adobe identity people are neither deleted here nor given a new password.",
    "There is one product profile in the Adobe Admin Console, and none is made there.",
    "My Account changes the person who is signed in; any old password is accepted.",
    "The audit trail is kept, but no screen shows it: none is documented.",
  ]

  private static let roles = [
    "Names of roles and of services are unique.",
    "Checking a permission checks all below it, and the Access permission above it that it needs.",
    "Standard User and Marketing User have all permissions except those of Admin and those of the "
      + "API: a Marketing User's calls are refused.",
    "Which permissions RTP Editor and RTP Launcher hold is a guess.",
    "A role that is edited takes effect at the next sign-in, and for calls at once.",
  ]

  private static let workspaces = [
    "The first tab is called Workspaces; the number of each is shown by Columns, a button in place "
      + "of the right click on a header.",
    "A new workspace has assets, its samples, and so can't be deleted; Europe has none.",
    "The names of workspaces and of person partitions are unique; so are the URLs of webhooks.",
    "A workspace has at least one person partition, and the primary one is among them.",
  ]

  private static let settings = [
    "With Adobe identity there is no Single Sign-On and no Require SSO: people sign in with Adobe.",
    "The languages, locales, time zones, currencies, password characteristics, days and times "
      + "to choose from are invented, except for the languages.",
    "The features in the Treasure Chest are invented.",
    "Expiration and Inactive Session Timeout can be set under every template; the characters of a "
      + "password only under Custom.",
    "Opening Edit IP Restrictions means wanting a rule: Disable IP Restrictions is unchecked"
      + " until a rule "
      + "was disabled; at first neither list is chosen, and a rule has at least one address.",
    "Require SSO needs single sign-on to be set up.",
    "Browse takes the one certificate that the person has.",
    "Insert Token inserts one of three tokens into the template.",
  ]

  private static let programs = [
    "Communication Limits and Smart Campaign set no limit at first; the numbers to choose from are"
      + " invented but for 1, 5 and Custom, and so are the field for the number of Custom and the"
      + " field Limit.",
    "Email shows all its fields on its first tab, with one button for them, and the one domain is"
      + " the company's own; Domain, Bot Activity and Add SSL are there and not modelled.",
    "The texts for leaving and for the web page are the engine's own at first, and the opens of"
      + " e-mails are not tracked by campaign.",
    "None of the landing page settings is on at first; Rules and Landing Page HTTP Headers are"
      + " there and not modelled.",
    "The channels Roadshow and Webinar, the tag type Program Owner and the fields are examples;"
      + " programs use Webinar alone.",
    "In a channel, statuses have a line each, numbered from the second on, with a button X; the"
      + " status for Success and those for the check-in are chosen from lists.",
    "Names of channels, of their statuses, of tags, of their values and of fields are unique; an"
      + " event channel needs statuses for Registered and Attended.",
    "Tag Actions offers Edit for channels and tags, Hide or Unhide and Delete for all, and nothing"
      + " is asked before.",
    "An API Name is made of the letters and digits of the name; Block Field Updates and"
      + " Edit Rules are there and not modelled.",
  ]

  private static let services = [
    "Service Actions has one item, which deletes the service after a confirmation.",
    "View Details is there only for custom services; the token is in a box called Token.",
    "Client Id, Client Secret and tokens look random and are the same in every run.",
    "A deleted service's token is invalid and its Client Id unknown from that moment.",
    "Many addresses can be allowed for the API, in as many fields; a wildcard stands at the end.",
  ]

  private static let calls = [
    "A call without a token is answered with 600, which is in no list of codes.",
    "A call is checked in this order: size, path, method, token, IP allowlist, limits, permission, "
      + "JSON.",
    "Limits are counted for the subscription, usage and errors for each user.",
    "Any of the permissions that the API file names for a call is enough.",
    "Calls for records that the engine does not model find none, and writing them is refused with "
      + "703.",
    "What a rule refuses is answered with 709; the User Management API then gives the status 403, "
      + "400 for a missing or bad value, 404 for a user who does not exist.",
    "Access ends with the day that expiresAt names; its time is ignored.",
    "At most ten concurrent calls (615) are not modelled: calls come one after another.",
  ]
}
