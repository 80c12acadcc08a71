namespace MeshReadiness.SampleTenant.Company;

/// <summary>The service text that Graph shows beside a plan id; the first beginning that fits wins.</summary>
internal static class PlanServices
{
    private static readonly (string Start, string Service)[] ByStart =
    [
        ("MESH_", "MicrosoftMesh"), ("TEAMSPRO", "TeamsPremium"), ("TEAMS", "TeamspaceAPI"), ("MCO", "MicrosoftCommunicationsOnline"),
        ("EXCHANGE", "exchange"), ("SHAREPOINT", "SharePoint"), ("ONEDRIVE", "SharePoint"), ("INTUNE", "SCO"), ("AAD_", "AADPremiumService"),
        ("MFA_", "MultiFactorService"), ("RMS_", "RMSOnline"), ("YAMMER", "YammerEnterprise"), ("VIVAENGAGE", "YammerEnterprise"),
        ("POWERAPPS", "PowerAppsService"), ("FLOW", "ProcessSimple"), ("BI_AZURE", "AzureAnalysis"), ("STREAM", "MicrosoftStream"),
        ("SWAY", "Sway"), ("FORMS", "OfficeForms"), ("KAIZALA", "MicrosoftKaizala"), ("WHITEBOARD", "WhiteboardServices"),
        ("ADALLOM", "Adallom"), ("ATP", "WindowsDefenderATP"), ("MDE", "WindowsDefenderATP"), ("WIN", "WindowsUpdateforBusinessCloudExtensions"),
        ("PROJECT", "ProjectProgramsAndPortfolios"), ("DYN365", "DynamicsNAV"), ("CDS", "CDSCommonDataService"), ("Deskless", "Deskless"),
        ("BPOS_S_TODO", "To-Do"),
    ];

    public static string Of(string plan) =>
        ByStart.FirstOrDefault(entry => plan.StartsWith(entry.Start, StringComparison.Ordinal)).Service ?? "MicrosoftOffice";
}
