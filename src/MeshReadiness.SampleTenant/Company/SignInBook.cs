namespace MeshReadiness.SampleTenant.Company;

internal sealed record SignIn(
    int Number, Person Person, DateTimeOffset At, string App, string Resource, string ResourceId, bool IsInteractive, Device? Device, int ErrorCode)
{
    public bool IsOnHeadset => App == "Microsoft Mesh" && (Device?.Kind ?? DeviceKind.Headset) == DeviceKind.Headset;
}

/// <summary>Sign-ins are computed like people are: by number, newest first, over thirty days.</summary>
internal sealed class SignInBook(Tenant tenant)
{
    private const int Most = 100_000;
    private const int Days = 30;

    private static readonly (string App, string Resource, string ResourceId)[] Usual =
    [
        ("Microsoft Teams", "Microsoft Teams Services", "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe"),
        ("Outlook", "Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000"),
        ("SharePoint Online", "Office 365 SharePoint Online", "00000003-0000-0ff1-ce00-000000000000"),
    ];

    public int Count => Math.Min(tenant.People.BaseCount * 4, Most);

    public SignIn? At(int number)
    {
        var person = tenant.People.At(tenant.Draw.Below(number, Topic.SignInPerson, Math.Max(1, tenant.People.BaseCount)));

        if (person is not { Kind: PersonKind.Member, AccountEnabled: true })
        {
            return null;
        }

        var devices = tenant.Devices.Of(person).ToList();
        var time = tenant.DaysAgo(0).AddSeconds(-(long)Days * 86_400 * number / Count);
        var usesMesh = person.Licences.Plans.Any(row => row.PlanId == KnownPlans.Mesh && row.Status == "Enabled");

        if (usesMesh && tenant.Draw.Below(number, Topic.SignIn, 100) < 45)
        {
            var app = tenant.Draw.Below(number, Topic.Apps, 3) == 0 ? "Microsoft Teams" : "Microsoft Mesh";
            var wearsHeadset = app == "Microsoft Mesh" && GroupPlan.WearsHeadset(person);
            var device = devices.FirstOrDefault(one => one.Kind == (wearsHeadset ? DeviceKind.Headset : DeviceKind.Computer));
            var error = wearsHeadset && device?.IsCompliant != true && !tenant.Scenario.IsTidy ? (number % 2 == 0 ? 53003 : 50199) : 0;

            return new(number, person, time, app, "Microsoft Mesh Services", "3016d0ce-47cc-4005-b11d-5fcabb1b643d", error != 0 || number % 7 == 0, device, error);
        }

        var (name, resource, id) = tenant.Draw.Pick(number, Topic.SignInOutcome, Usual);

        return new(number, person, time, name, resource, id, number % 3 == 0, devices.FirstOrDefault(), number % 41 == 0 ? 50126 : 0);
    }
}
