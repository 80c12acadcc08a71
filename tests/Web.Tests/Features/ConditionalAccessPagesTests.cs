using System.Collections.Immutable;
using System.Web;
using Bunit;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.ConditionalAccess;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>Conditional Access: the filter workbench, what if, policies, findings, the overview and changes that are tried.</summary>
public sealed class ConditionalAccessPagesTests : PortalTest
{
    private const string Mesh = MeshNames.ServicesAppId, QuestGroup = "9a9a9a9a-0000-0000-0000-000000000001";

    private static readonly Problem Unread = new(ProblemKind.ConsentNeeded, "The permission is missing.");

    public ConditionalAccessPagesTests() => SignInAdmin();

    [Fact]
    public void A_mistake_in_a_rule_stands_under_its_letter_and_is_told_once_the_typing_pauses()
    {
        var page = OpenFilter("");

        page.Find("#rule").Input("device.model -startsWth \"Quest\"");

        Assert.Equal(("device.model ", "-"), (page.Find(".mirror").FirstChild!.TextContent, page.Find(".mirror mark").FirstChild!.TextContent));
        Assert.Equal("true", page.Find("#rule").GetAttribute("aria-invalid"));
        Assert.Equal("", page.Find("#rule-error").TextContent.Trim());

        Time.Advance(TimeSpan.FromSeconds(1));

        Wait(page, () => Assert.StartsWith("Column 14: found \"-startsWth\"", page.Find("#rule-error").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal("device.model -startsWth \"Quest\"", Query()["rule"]);
    }

    [Fact]
    public void A_mistake_behind_the_last_letter_is_marked_too()
    {
        var page = OpenFilter("rule=device.model -eq");

        Assert.Equal(("device.model -eq", "\u00a0"), (page.Find(".mirror").FirstChild!.TextContent, page.Find(".mirror mark").FirstChild!.TextContent));
        Assert.StartsWith("Column 17: ", page.Find("#rule-error").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_taken_apart_for_a_device_and_tried_with_all_typical_ones()
    {
        var page = OpenFilter("rule=device.manufacturer -ne \"Meta\"&mode=exclude");

        Assert.Equal(["Yes", "Yes", "Yes", "Yes", "Yes"], Column(page, 1));
        Assert.All(Column(page, 2), cell => Assert.Equal("Leaves it alone", cell));
        Assert.Contains("It frees every unregistered device", page.Find(".cautions").TextContent, StringComparison.Ordinal);
        Assert.Contains("-ne holds for whatever is empty", page.Find("[aria-labelledby=one-device]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_of_the_device_can_be_changed_and_stands_in_the_address()
    {
        var page = OpenFilter("rule=device.manufacturer -in [\"Meta\",\"Oculus\"]&mode=include&device=quest-managed");
        Assert.Contains("It is taken in", page.Find(".verdict").TextContent, StringComparison.Ordinal);

        page.Find("#fact-manufacturer").Change("Pico");

        Assert.Equal("manufacturer:Pico", Query()["fact"]);
        Wait(page, () => Assert.Contains("It isn't taken in", page.Find(".verdict").TextContent, StringComparison.Ordinal));
        page.Find("#fact-registered").Change("?");
        Wait(page, () => Assert.Contains("Doesn't match", page.Find(".verdict").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_workbench_starts_from_a_filter_of_a_policy()
    {
        await StoreAsync(Policy("p1", "Quest exempted", filter: "device.model -startsWith \"Quest\""));
        var page = OpenFilter("");

        page.Find("#start").Change("p0");

        Wait(page, () => Assert.Equal(("device.model -startsWith \"Quest\"", "exclude"), (Query()["rule"], Query()["mode"])));
        Assert.Equal("device.model -startsWith \"Quest\"", page.Find("#rule").GetAttribute("value"));
    }

    [Fact]
    public async Task What_isnt_told_is_unknown_and_said_to_be()
    {
        await StoreAsync(Policy("p1", "Compliant devices"));

        Assert.Contains("Who signs in, and how?", OpenWhatIf("").Markup, StringComparison.Ordinal);
        var page = OpenWhatIf($"as=member&app={Mesh}&device=quest-managed&flow=none&fact=isCompliant");

        Assert.Contains("can't be told", page.Find("#outcome").TextContent, StringComparison.Ordinal);
        Assert.Contains("Whether this is met: a compliant device.", page.Find(".outcome").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_own_device_is_read_when_asked_for_and_taken_into_the_question()
    {
        await StoreAsync(Policy("p1", "Compliant devices", filter: "device.enrollmentProfileName -eq \"Headsets\""));
        Devices.Devices = ImmutableArray.Create(
            Device("pc", "Kari's PC", "Windows", "Dell Inc.", "Latitude 7440", profile: null),
            Device("quest", "Kari's headset", "Android", "Oculus", "Quest 3", profile: "Headsets"));
        var page = OpenWhatIf($"person=kari&app={Mesh}&client=mobileAppsAndDesktopClients&flow=none");
        Wait(page, () => page.Find(".own button"));

        page.Find(".own button").Click();

        Wait(page, () => page.Find(".own-device"));
        Assert.Equal(["Kari's headset", "Kari's PC"], page.FindAll(".own-device strong").Select(name => name.TextContent));
        page.Find(".own-device").Click();

        Assert.Equal("registered", Query()["device"]);
        Assert.Contains("enrollmentProfileName:Headsets", Query().GetValues("fact")!);
        var answer = OpenWhatIf(Address().Query[1..]);
        Wait(answer, () => Assert.Equal("Kari Nordmann gets in to Microsoft Mesh.", answer.Find("#outcome").TextContent));
        Assert.Equal("Quest 3", answer.Find("#fact-model").GetAttribute("value"));
    }

    [Fact]
    public async Task Why_devices_can_not_be_read_is_one_sentence_and_another_person_is_asked_about_anew()
    {
        await StoreAsync(Policy("p1", "Compliant devices"));
        Devices.Devices = Unread;
        var page = OpenWhatIf($"person=kari&app={Mesh}");
        Wait(page, () => page.Find(".own button"));

        page.Find(".own button").Click();

        Wait(page, () => Assert.Equal(("The permission is missing.", "Read them again"), (page.Find(".own [role=status]").TextContent.Trim(), page.Find(".own button").TextContent)));
        var other = OpenWhatIf($"person=ola&app={Mesh}");
        Wait(other, () => Assert.Contains("Ola Nordmann’s own", other.Find(".own").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kind_of_device_that_is_registered_is_offered_with_how_many_there_are()
    {
        var counter = new DeviceShapeCounter();
        string?[] values = [.. DeviceShapeCounter.Properties.Select(name => name switch { "manufacturer" => "Oculus", "model" => "Quest 3", "isCompliant" => "True", _ => null })];
        counter.Add(isManaged: true, values);
        counter.Add(isManaged: true, values);
        await StoreAsync(new TenantInventory { Devices = counter.Count() }, Policy("p1", "Compliant devices"));
        var page = OpenWhatIf($"as=member&app={Mesh}&client=mobileAppsAndDesktopClients&flow=none");

        Assert.Equal("Oculus Quest 3, managed, compliant (2 devices)", page.FindAll("#kind option")[1].TextContent);
        page.Find("#kind").Change("0");

        var answer = OpenWhatIf(Address().Query[1..]);
        Assert.Equal("A member gets in to Microsoft Mesh.", answer.Find("#outcome").TextContent);
    }

    [Fact]
    public async Task A_blocked_headset_is_told_by_which_policy_with_its_codes_and_what_helps()
    {
        await StoreAsync(Policy("p1", "Compliant devices", filter: "device.manufacturer -eq \"Meta\""), Policy("p2", "Finance only", users: "[]", group: QuestGroup));
        var page = OpenWhatIf(WhatIfQuestion.About("quest-unregistered").Address.Split('?')[1]);

        Assert.Equal("A member can't get in to Microsoft Mesh: “Compliant devices” stands in the way.", page.Find("#outcome").TextContent);
        Assert.Equal(["AADSTS50199", "AADSTS53003"], page.FindAll(".codes code").Select(code => code.TextContent));
        Assert.Contains("-eq never holds for what is empty", page.Find(".proof").TextContent, StringComparison.Ordinal);
        Assert.Equal("1 policy doesn't apply", page.Find(".rest > summary").TextContent);
    }

    [Fact]
    public async Task A_real_person_is_looked_up_once_judged_by_their_groups_and_audited()
    {
        await StoreAsync(Policy("p1", "Compliant devices", users: "[]", group: QuestGroup));
        var address = (WhatIfQuestion.About("quest-unregistered") with { As = null, Person = "kari" }).Address.Split('?')[1];
        var page = OpenWhatIf(address);

        Wait(page, () => Assert.StartsWith("Kari Nordmann can't get in", page.Find("#outcome").TextContent, StringComparison.Ordinal));
        page.Find("#place").Change("trusted");
        Wait(page, () => Assert.Equal("trusted", Query()["place"]));

        var lines = await Services.GetRequiredService<AuditStore>().AfterAsync(0, 100, Xunit.TestContext.Current.CancellationToken);
        Assert.Single(lines, line => line.Entry.Action == "person.opened");
    }

    [Fact]
    public async Task Policies_are_told_in_words_with_what_isnt_understood_and_can_be_copied()
    {
        await StoreAsync(Policy("p1", "Compliant devices", more: "\"times\":{\"includedRanges\":[\"x\"]},"), Policy("p2", "Off", state: "disabled"));
        Navigate("conditional-access/policies?state=enabled");
        var page = Render<PoliciesPage>();

        var policy = Assert.Single(page.FindAll(".policy"));
        Assert.Contains("It is about everybody.", policy.TextContent, StringComparison.Ordinal);
        Wait(page, () => Assert.Contains("about 2 people", page.Find(".policy").TextContent, StringComparison.Ordinal));
        policy = page.Find(".policy");
        Assert.Contains("conditions.times", policy.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"displayName\": \"Compliant devices\"", policy.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["All 2", "Enforced 1", "Disabled 1"], page.FindAll(".tabs[role=group] a").Select(tab => tab.TextContent));
    }

    [Fact]
    public async Task A_policy_that_nobody_understands_is_named_on_every_page()
    {
        await StoreAsync(new ConditionalAccessPolicyFacts("p1", "Strange", PolicyState.Enabled, [], """{"conditions":{"users":7}}"""));
        Navigate("conditional-access/policies");

        Assert.Contains("Strange: conditions.users is a number", Render<PoliciesPage>().Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_that_could_not_be_read_are_unknown()
    {
        await new StoredScans(Services, Time).CompleteAsync();
        Navigate("conditional-access/findings");

        Assert.Contains("Policies are unknown", Render<FindingsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_counts_people_by_outcome_and_by_policy()
    {
        await StoreAsync(Policy("p1", "Compliant devices"), Policy("p2", "Off", state: "disabled"));
        Navigate("conditional-access");
        var page = Render<OverviewPage>();

        Wait(page, () => Assert.NotEmpty(page.FindAll(".ways li")));
        var quest = page.FindAll(".ways > li").Single(way => way.TextContent.Contains("Unregistered Quest", StringComparison.Ordinal));
        Assert.Contains("Blocked 2", quest.TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Contains("1 policy is disabled or touches nobody", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_policies_of_a_new_snapshot_are_counted_nothing_of_the_old_one_is_shown()
    {
        await StoreAsync(Policy("p1", "Compliant devices"));
        var (before, policies) = await CurrentAsync();
        var section = Render<OverviewSection>(given => given.Add(one => one.Snapshot, before).Add(one => one.Tenant, policies));
        Wait(section, () => Assert.Single(section.FindAll("tbody tr")));
        await StoreAsync(Policy("p1", "Compliant devices"), Policy("p2", "Once more"), Policy("p3", "And again"));
        var (after, changed) = await CurrentAsync();

        Database.HoldOn();
        section.Render(given => given.Add(one => one.Snapshot, after).Add(one => one.Tenant, changed));

        Assert.Equal("Counting people.", section.Find("[role=status]").TextContent);
        Database.Answer();
        Wait(section, () => Assert.Equal(3, section.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Findings_say_what_is_wrong_and_what_to_do()
    {
        await StoreAsync(Policy("p1", "Compliant devices", filter: "device.manufacturer -ne \"Meta\""));
        Navigate("conditional-access/findings?severity=critical");
        var page = Render<FindingsPage>();

        Wait(page, () => Assert.NotEmpty(page.FindAll(".findings > li")));
        Assert.All(page.FindAll(".findings > li"), finding => Assert.Contains("Critical", finding.TextContent, StringComparison.Ordinal));
        Assert.Contains("What to do.", page.Find(".findings > li").TextContent, StringComparison.Ordinal);
        Assert.Equal("/conditional-access/try?policy=p1", page.Find(".findings .button").GetAttribute("href"));
    }

    [Theory]
    [InlineData("gain", "Who gets further: Unregistered Quest", "Kari Nordmann", "Ola Nordmann")]
    [InlineData("lose", "Who gets less far: Unregistered Quest")]
    public async Task Whom_a_number_stands_for_is_shown_by_name(string direction, string heading, params string[] names)
    {
        await StoreAsync(Policy("p1", "Compliant devices"));
        var (_, tenant) = await CurrentAsync();
        var draft = ChangeCode.Write(new([PolicyDraft.Of(tenant.Policies[0]).InState(PolicyState.Disabled).Value]));
        Navigate($"conditional-access/try?draft={draft}&who=quest-unregistered.{direction}");
        var page = Render<TryPage>();

        Wait(page, () => Assert.NotEmpty(page.FindAll("#who .moved, #who [role=status]:not(.visually-hidden)")));
        Assert.Equal(heading, page.Find("#moved").TextContent);
        Assert.Equal(names, page.FindAll("#who .moved a").Select(name => name.TextContent));
        Assert.Equal($"/api/v1/conditional-access/change/people.csv?draft={draft}&who=quest-unregistered.{direction}", page.Find("#who a[download]").GetAttribute("href"));
    }

    [Theory]
    [InlineData("nothing.gain")]
    [InlineData("quest-unregistered")]
    [InlineData(".gain")]
    [InlineData("")]
    public async Task A_word_that_asks_for_nobody_shows_nobody(string who)
    {
        await StoreAsync(Policy("p1", "Compliant devices"));
        Navigate($"conditional-access/try?policy=p1&pattern=copy&who={who}");
        var page = Render<TryPage>();

        Wait(page, () => Assert.NotEmpty(page.FindAll("[aria-labelledby=effect] tbody tr")));
        Assert.Empty(page.FindAll("#who"));
    }

    [Fact]
    public async Task A_narrowed_exception_is_tried_edited_and_undone()
    {
        await StoreAsync(Policy("p1", "Compliant devices"), Policy("p9", "Names the group", users: "[]", group: QuestGroup, state: "disabled"));
        Navigate($"conditional-access/try?policy=p1&pattern=narrowed&group={QuestGroup}");
        var page = Render<TryPage>();

        Wait(page, () => Assert.NotEmpty(page.FindAll("[aria-labelledby=effect] tbody tr")));
        Assert.Equal(3, page.FindAll("section[aria-labelledby^=draft]").Count);
        Assert.Equal(["1", "–"], Gains(page, "Unregistered Quest"));
        Assert.Contains("1 person gets further than today", Weakened(page), StringComparison.Ordinal);

        page.Find("#draft-2-state").Change("disabled");

        Wait(page, () => Assert.Contains("2 people get further than today", Weakened(page), StringComparison.Ordinal));
        Assert.NotNull(Query()["draft"]);
        page.FindAll("button").Single(button => button.TextContent == "Undo").Click();
        Wait(page, () => Assert.Contains("1 person gets further than today", Weakened(page), StringComparison.Ordinal));
        Assert.Equal("narrowed", Query()["pattern"]);
    }

    [Fact]
    public async Task A_filter_that_is_no_rule_isnt_taken_into_a_draft()
    {
        await StoreAsync(Policy("p1", "Compliant devices", filter: "device.model -startsWith \"Quest\""));
        Navigate("conditional-access/try?policy=p1&pattern=copy");
        var page = Render<TryPage>();
        Wait(page, () => Assert.Contains("Nothing changes for anybody yet.", page.Markup, StringComparison.Ordinal));

        page.Find("#draft-0-rule").Change("device.model -is \"Quest\"");

        Wait(page, () => Assert.Contains("The device filter isn't a rule. Column 14", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Null(Query()["draft"]);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("q1YqU7IyNDI2MTUzt7C0NDQAAA")]
    public async Task A_change_whose_address_was_cut_off_is_told_so(string code)
    {
        await StoreAsync(Policy("p1", "Compliant devices"));
        Navigate($"conditional-access/try?draft={code}");

        Assert.Contains("This change can't be opened", Render<TryPage>().Markup, StringComparison.Ordinal);
    }

    // Everybody is judged on another thread, which may have to wait for its turn on a busy machine.
    private static void Wait<T>(IRenderedComponent<T> page, Action assertion) where T : IComponent => page.WaitForAssertion(assertion, TimeSpan.FromSeconds(20));

    private static string Weakened(IRenderedComponent<TryPage> page) =>
        page.FindAll(".notice.bad").Single(notice => notice.TextContent.Contains("Mail from a PC that nobody knows", StringComparison.Ordinal)).TextContent;

    private static IEnumerable<string> Gains(IRenderedComponent<TryPage> page, string way) =>
        page.FindAll("[aria-labelledby=effect] tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim().StartsWith(way, StringComparison.Ordinal)).QuerySelectorAll("td.number").Select(cell => cell.TextContent);

    private static IEnumerable<string> Column(IRenderedComponent<FilterPage> page, int index) =>
        page.FindAll("[aria-labelledby=presets] tbody tr").Select(row => row.Children[index].TextContent.Trim());

    private IRenderedComponent<FilterPage> OpenFilter(string query)
    {
        Navigate($"conditional-access/filter?{query}");
        return Render<FilterPage>();
    }

    private IRenderedComponent<WhatIfPage> OpenWhatIf(string query)
    {
        Navigate($"conditional-access/what-if?{query}");
        return Render<WhatIfPage>();
    }

    private void Navigate(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private async Task<(SnapshotView Snapshot, TenantPolicies Tenant)> CurrentAsync()
    {
        var snapshot = (await Services.GetRequiredService<CurrentSnapshot>().GetAsync(Xunit.TestContext.Current.CancellationToken))!;
        return (snapshot, Services.GetRequiredService<PolicyShelf>().Of(snapshot).Value);
    }

    private Uri Address() => new(Services.GetRequiredService<NavigationManager>().Uri);

    private System.Collections.Specialized.NameValueCollection Query() => HttpUtility.ParseQueryString(Address().Query);

    // Kari is in the group, Ola isn't, and Nils may not sign in.
    private Task<SnapshotHead> StoreAsync(params ConditionalAccessPolicyFacts[] policies) => StoreAsync(new TenantInventory(), policies);

    private Task<SnapshotHead> StoreAsync(TenantInventory inventory, params ConditionalAccessPolicyFacts[] policies) => new StoredScans(Services, Time)
    {
        Tenant = new(Unread, Unread, new[] { new GroupFacts(QuestGroup, "Quest users", false, [], null, false) }.ToImmutableArray(), policies.ToImmutableArray(), ImmutableArray<NamedLocationFacts>.Empty)
        {
            Inventory = inventory with { PolicyMembers = new PolicyMemberFacts([new(MembershipKind.Group, QuestGroup, 1, false, null)], 0) },
        },
    }.CompleteAsync(
        Person("kari", "Kari Nordmann") with { Memberships = new([QuestGroup], [], null) },
        Person("ola", "Ola Nordmann"),
        Person("nils", "Nils Nordmann") with { AccountEnabled = false });

    private static DeviceFacts Device(string id, string name, string operatingSystem, string maker, string model, string? profile) => new(id, name)
    {
        Manufacturer = maker, Model = model, OperatingSystem = operatingSystem,
        Presented = new FilterDevice(Truth.Yes, Truth.No, FilterDevice.NoProperties
            .SetItem("manufacturer", [maker]).SetItem("model", [model]).SetItem("operatingSystem", [operatingSystem])
            .SetItem("enrollmentProfileName", profile is null ? [] : [profile])).WithoutOthers(),
    };

    private static UserFacts Person(string id, string name) => new() { Id = id, DisplayName = name, AccountEnabled = true, UserType = UserType.Member };

    private static ConditionalAccessPolicyFacts Policy(
        string id, string name, string? filter = null, string users = "[\"All\"]", string? group = null, string state = "enabled", string more = "") => new(
        id, name, Core.ConditionalAccess.Policies.PolicyReader.State(state), [], $$"""
        {
          "id": "{{id}}", "displayName": "{{name}}", "state": "{{state}}",
          "conditions": {
            {{more}}
            "users": { "includeUsers": {{users}}, "includeGroups": [{{(group is null ? "" : $"\"{group}\"")}}] },
            "applications": { "includeApplications": ["All"] },
            "devices": {{(filter is null ? "null" : $$"""{ "deviceFilter": { "mode": "exclude", "rule": "{{filter.Replace("\"", "\\\"", StringComparison.Ordinal)}}" } }""")}}
          },
          "grantControls": { "operator": "OR", "builtInControls": ["compliantDevice"] }
        }
        """);
}
