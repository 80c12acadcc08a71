namespace MeshReadiness.Core.Playbooks;

/// <summary>The kinds of export that admins can hand in where Microsoft Graph can't look.</summary>
public enum ImportKind
{
    /// <summary>Which Teams apps are allowed for whom.</summary>
    TeamsAppPermissionPolicies,

    /// <summary>Which Teams apps are installed and pinned for whom.</summary>
    TeamsAppSetupPolicies,

    /// <summary>What feedback Teams asks for and takes.</summary>
    TeamsFeedbackPolicies,

    /// <summary>Who may organise which events.</summary>
    TeamsEventsPolicies,

    /// <summary>Whether and how guests take part in Teams.</summary>
    TeamsGuestAccess,

    /// <summary>The result of a network test from a client.</summary>
    NetworkProbe,

    /// <summary>Computers and headsets with their hardware and apps.</summary>
    DeviceInventory,
}
