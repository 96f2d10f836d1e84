extension PermissionNode {
  /// The whole tree, in screen order.
  ///
  /// Workspace Administration is not in it: only subscriptions with workspaces have it.
  static let tree: [PermissionNode] = [
    accessAdmin, accessAPI, accessAnalytics, accessCalendarPresentations, accessDesignStudio,
    accessDatabase, accessMarketingActivities, accessSEO, targetingAndPersonalization,
    "Bypass Single Sign-On",  // [I] its place: it is mentioned, and found in no list.
  ]

  private static let accessAdmin = PermissionNode(
    "Access Admin",
    [
      "Access Adobe Connect",
      "Access Adobe Experience Manager",
      "Access Adobe Organization Mapping",
      "Access Admin Audit Trail",
      "Access Access Audit Trail",  // As the page spells it; surely a slip for the next.
      "Access Audit Trail",
      "Access CAPTCHA",
      "Access Channels",
      "Access Communication Limit",
      "Access CRM",
      "Access Data.com",
      "Access Email Admin",
      "Access Event Partners",
      "Access Experience Cloud Audience Sharing",
      "Access Field Management",
      "Access File Upload",
      "Access Landing Pages",
      "Access Location",
      "Access Login History",
      "Access Login Settings",
      "Access New Experience",
      "Access Marketo Custom Activity",
      "Access Marketo Custom Object",
      "Access Munchkin",
      "Access Predictive Audiences",
      "Access Revenue Cycle Analytics",
      "Access Roles",
      "Access Sales Insight",
      "Access Single Sign-on",
      "Access Smart Campaign",
      "Access SOAP API",
      "Access Tags",
      "Access Treasure Chest",
      "Access Users",
      "Access Webhooks",
      "Access Workspaces and Partitions",
    ]
  )

  private static let accessAPI = PermissionNode(
    "Access API",
    [
      "Approve Assets",
      "Execute Campaign",
      "Read-Only Activity",
      "Read-Only Activity Metadata",
      "Read-Only Assets",
      "Read-Only Campaign",
      "Read-Only Company",
      "Read-Only Custom Object",
      "Read-Only Person",
      "Read-Only Named Account",
      "Read-Only Named Account List",
      "Read-Only Opportunity",
      "Read-Only Sales Person",
      "Read-Write Activity",
      "Read-Write Activity Metadata",
      "Read-Write Assets",
      "Read-Write Campaign",
      "Read-Write Company",
      "Read-Write Custom Object",
      "Read-Write Person",
      "Read-Write Named Account",
      "Read-Write Named Account List",
      "Read-Write Opportunity",
      "Read-Write Sales Person",
      // [I] their places: these are named only in the developer documentation.
      "Access User Management Api",
      "Read-Only Custom Object Type",
      "Read-Write Custom Object Type",
      "Read-Write Schema Standard Field",
      "Read-Write Schema Custom Field",
      "Read-Only Redirect Rules",
      "Read-Write Redirect Rules",
      "Activate Campaign",
      "Deactivate Campaign",
    ]
  )

  private static let accessAnalytics = PermissionNode(
    "Access Analytics",
    ["Access Revenue Explorer", "Create Report", "Delete Report", "Export Analytics Data"]
  )

  private static let accessCalendarPresentations = PermissionNode(
    "Access Calendar Presentations",
    ["Edit Calendar Presentations"]
  )

  private static let accessDesignStudio = PermissionNode(
    "Access Design Studio",
    [
      PermissionNode(
        "Access Email",
        [
          PermissionNode(
            "Edit Email",
            [
              "Make and Edit Operational Emails", "Approve Email", "Delete Email",
              "Set Branded Domain",
            ]
          )
        ]
      ),
      asset("Email Template"),
      asset("Form"),
      PermissionNode("Access Image", ["Delete Image", "Upload Image"]),
      asset("Landing Page"),
      asset("Landing Page Template"),
      PermissionNode(
        "Access Snippet",
        [PermissionNode("Approve Snippet", ["No-Draft"]), "Delete Snippet", "Edit Snippet"]
      ),
      asset("Social App"),
    ]
  )

  private static let accessDatabase = PermissionNode(
    "Access Database",
    [
      asset("Segmentation"),
      "Delete Person",
      "Create List",
      "Delete List",
      "Edit Person",
      "Export Person",
      "Import Custom Object",
      "Import List",
      "Merge People",
      "Run Single Flow Actions",
      "View Opportunity Data",
      "Advanced List Import",
    ]
  )

  private static let accessMarketingActivities = PermissionNode(
    "Access Marketing Activities",
    [
      asset("SMS Message"),
      asset("Push Notification"),
      "Access Awards",
      "Activate Trigger Campaign",
      "Approve Email Program",
      "Clone Marketing Asset",
      "Delete Marketing Asset",
      "Edit Campaign Restrictions",
      "Edit Marketing Asset",
      "Export Campaign Activity",
      "Import Program",
      "List Import",
      "Schedule Batch Campaign",
    ]
  )

  private static let accessSEO = PermissionNode("Access SEO", ["Administer SEO", "Standard SEO"])

  private static let targetingAndPersonalization = PermissionNode(
    "Targeting and Personalization",
    [
      "Administer Web Personalization", "CRE Campaign Editor", "CRE Campaign Launcher",
      "Web Campaign Editor", "Web Campaign Launcher",
    ]
  )

  /// The branch that most kinds of assets have.
  private static func asset(_ kind: String) -> PermissionNode {
    PermissionNode(
      "Access \(kind)",
      ["Approve", "Delete", "Edit"].map { PermissionNode("\($0) \(kind)", []) }
    )
  }
}
