using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

public sealed class PolicyWordsTests
{
    private static readonly PolicyNames Names = ConditionalAccessNames.Shipped with
    {
        Groups = PolicyNames.None.Add("g1", "Quest users").Add("emergency", "Break glass").Add("g0", " "),
        Users = PolicyNames.None.Add("u1", "Kari Nordmann"),
        Locations = PolicyNames.None.Add("l1", "Oslo"),
        Tenants = PolicyNames.None.Add("t1", "Fabrikam"),
        Terms = PolicyNames.None.Add("tou", "Guests' terms"),
    };

    [Fact]
    public void A_policy_is_one_paragraph() => Assert.Equal(
        "The policy is enforced. It is about everybody, without members of the group Break glass. It applies when they ask to reach any resource, without Microsoft Mesh Services and Office 365. "
            + "It applies only through an app on a phone or desktop, on Android and from anywhere but trusted places. "
            + "It leaves out devices of which this holds: the model begins with \"Quest\" and the device is compliant. "
            + "It never is so of a device that isn't registered, so none of these is left out. It demands a compliant device or multifactor authentication. They sign in again every 4 hours.",
        Of(new("p")
        {
            Apps = APolicy.AllBut(MeshNames.ServicesAppId, "Office365"),
            Conditions = """ "clientAppTypes":["mobileAppsAndDesktopClients"],"platforms":{"includePlatforms":["android"]},"locations":{"includeLocations":["All"],"excludeLocations":["AllTrusted"]}""",
            Filter = "device.model -startsWith \"Quest\" -and device.isCompliant -eq True",
            Grant = APolicy.Demand("compliantDevice", "mfa"),
            Session = """{"signInFrequency":{"isEnabled":true,"type":"hours","value":4}}""",
        }));

    [Theory]
    [InlineData("""{"includeUsers":["All"]}""", "It is about everybody.")]
    [InlineData("""{"includeUsers":["None"]}""", "It is about nobody.")]
    [InlineData("{}", "It is about nobody.")]
    [InlineData("""{"includeUsers":["u1"]}""", "It is about the person Kari Nordmann.")]
    [InlineData("""{"includeUsers":["u1","u2"]}""", "It is about the people Kari Nordmann and u2.")]
    [InlineData("""{"includeGroups":["g1"],"excludeUsers":["u1"]}""", "It is about members of the group Quest users, without the person Kari Nordmann.")]
    [InlineData("""{"includeGroups":["G1","g0","g3"]}""", "It is about members of the groups Quest users, g0 and g3.")]
    [InlineData("""{"includeRoles":["62e90394-69f5-4237-9190-012177145e10","a","b","c","d","e","f"]}""", "It is about holders of the roles Global Administrator, a, b, c, d and 2 others.")]
    [InlineData("""{"includeUsers":["GuestsOrExternalUsers"]}""", "It is about guests and external users.")]
    [InlineData(
        """{"includeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"b2bCollaborationGuest,serviceProvider","externalTenants":{"membershipKind":"enumerated","members":["t1"]}}}""",
        "It is about invited guests and service providers from the organisation Fabrikam.")]
    [InlineData(
        """{"includeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"internalGuest","externalTenants":{"membershipKind":"enumerated","members":[]}}}""",
        "It is about local guest accounts from no organisation at all.")]
    public void People(string users, string sentence) => Assert.Contains(sentence, Sentences(new("p") { Users = users }));

    [Theory]
    [InlineData("""{"includeApplications":["MicrosoftAdminPortals","797f4846-ba00-4fd7-ba43-dac1f8f63013"]}""", "It applies when they ask to reach the Microsoft admin portals and Windows Azure Service Management API.")]
    [InlineData("""{"includeApplications":["cc15fd57-2c6c-4117-a88c-83b1d56b4bbe","own-app"]}""", "It applies when they ask to reach Microsoft Teams Services and own-app.")]
    [InlineData("""{"includeApplications":["None"],"includeUserActions":["urn:user:registerdevice"]}""", "It applies when they ask to register or join a device.")]
    [InlineData("""{"includeApplications":[],"includeAuthenticationContextClassReferences":["c1","c2"]}""", "It applies when they ask to do what is marked with the authentication contexts c1 and c2.")]
    [InlineData("""{"includeApplications":["None"]}""", "It names nothing that they could ask for.")]
    public void Resources(string apps, string sentence) => Assert.Contains(sentence, Sentences(new("p") { Apps = apps }));

    [Theory]
    [InlineData(""" "signInRiskLevels":["high","medium"],"insiderRiskLevels":"elevated" """, "It applies only when the sign-in risk is high or medium and when the insider risk is elevated.")]
    [InlineData(""" "authenticationFlows":{"transferMethods":"deviceCodeFlow,authenticationTransfer"} """, "It applies only when the session began with a device code or a sign-in handed over from another device.")]
    [InlineData(""" "platforms":{"includePlatforms":["all"],"excludePlatforms":["android","iOS"]} """, "It applies only on any platform but Android and iOS.")]
    [InlineData(""" "locations":{"includeLocations":["l1","l2"]} """, "It applies only from Oslo or l2.")]
    [InlineData(""" "times":{"includedRanges":["x"]} """, "It also says something that isn't understood here: conditions.times.")]
    public void Conditions(string conditions, string sentence) => Assert.Contains(sentence, Sentences(new("p") { Conditions = conditions }));

    [Theory]
    [InlineData("""{"operator":"OR","builtInControls":["block"]}""", "It blocks.")]
    [InlineData("""{"operator":"AND","builtInControls":["mfa","compliantApplication"],"termsOfUse":["tou"]}""", "It demands multifactor authentication, an app under app protection and consent to the terms of use Guests' terms.")]
    [InlineData("""{"operator":"OR","authenticationStrength":{"id":"00000000-0000-0000-0000-000000000004"}}""", "It demands the authentication strength Phishing-resistant MFA.")]
    [InlineData("""{"operator":"OR","builtInControls":["newControl"]}""", "It demands what Graph calls newControl.")]
    [InlineData(null, "It demands nothing before it lets them in.")]
    public void Demands(string? grant, string sentence) => Assert.Contains(sentence, Sentences(new("p") { Grant = grant, Session = """{"persistentBrowser":{"isEnabled":true,"mode":"never"}}""" }));

    [Theory]
    [InlineData("""{"signInFrequency":{"isEnabled":true,"type":"days","value":1}}""", "They sign in again every day.")]
    [InlineData("""{"signInFrequency":{"isEnabled":true,"frequencyInterval":"everyTime"}}""", "They sign in again every time.")]
    [InlineData("""{"persistentBrowser":{"isEnabled":true,"mode":"never"}}""", "Browsers never stay signed in when they are closed.")]
    [InlineData("""{"cloudAppSecurity":{"isEnabled":true,"cloudAppSecurityType":"blockDownloads"}}""", "Microsoft Defender for Cloud Apps blocks downloads in the session.")]
    [InlineData("""{"disableResilienceDefaults":true}""", "When Microsoft Entra is down, sessions aren't extended.")]
    public void Sessions(string session, string sentence)
    {
        Assert.Contains(sentence, Sentences(new("p") { Session = session }));
        Assert.DoesNotContain(sentence, Sentences(new("p") { Session = session.Replace("true", "false", StringComparison.Ordinal) }));
    }

    [Theory]
    [InlineData("enabled", "The policy is enforced.")]
    [InlineData("disabled", "The policy is disabled and does nothing.")]
    [InlineData("enabledForReportingButNotEnforced", "The policy is only reported and keeps nobody out.")]
    [InlineData("paused", "The policy is in a state that isn't known here, so it may be enforced or not.")]
    public void States(string state, string sentence) => Assert.Contains(sentence, Sentences(new("p") { State = state }));

    [Theory]
    [InlineData("device.manufacturer -notIn [\"Meta\",\"Oculus\"]", "the manufacturer is neither \"Meta\" nor \"Oculus\"")]
    [InlineData("device.manufacturer -in [\"Meta\"]", "the manufacturer is \"Meta\"")]
    [InlineData("device.model -notStartsWith \"Quest\"", "the model doesn't begin with \"Quest\"")]
    [InlineData("device.trustType -ne \"ServerAD\"", "the device isn't hybrid joined")]
    [InlineData("device.isCompliant -eq \"False\"", "the device is known as not compliant")]
    [InlineData("device.displayName -ne null", "the device's name isn't empty")]
    [InlineData("device.physicalIds -notContains \"x\"", "the physical ids don't have \"x\" among them")]
    [InlineData("device.extensionAttribute12 -endsWith \"SAW\"", "extension attribute 12 ends with \"SAW\"")]
    [InlineData("device.isCompliant -eq True -or device.model -eq \"a\" -and -not device.model -eq \"b\"",
        "the device is compliant or (the model is \"a\" and (it isn't so that the model is \"b\"))")]
    public void Filters(string rule, string words)
    {
        Assert.True(FilterParser.TryParse(rule, out var tree, out _));
        Assert.Equal(words, FilterWords.Of(tree));
    }

    [Theory]
    [InlineData("device.model -ne \"Quest\"", "exclude", "That is so of every device that isn't registered, so all of these are left out.")]
    [InlineData("device.model -eq \"Quest\"", "exclude", "It never is so of a device that isn't registered, so none of these is left out.")]
    [InlineData("device.model -ne \"Quest\"", "include", "That is so of every device that isn't registered, so it is about all of these.")]
    [InlineData("device.model -eq \"Quest\"", "include", "It never is so of a device that isn't registered, so it is about none of these.")]
    [InlineData("device.model -eq null", "include", "Whether it is so of devices that aren't registered isn't documented.")]
    [InlineData("device.make -eq \"Quest\"", "include", "Its device filter is no rule, so nobody can tell which devices it is about: Column 1: ")]
    public void What_a_filter_does_to_devices_that_nobody_registered(string rule, string mode, string sentence) =>
        Assert.Contains(sentence, Of(new("p") { Filter = rule, Mode = mode }), StringComparison.Ordinal);

    [Fact]
    public void Policies_about_workload_identities_say_so()
    {
        var policy = new APolicy("p") { Users = "{}", Conditions = """ "clientApplications":{"includeServicePrincipals":["ServicePrincipalsInMyTenant"],"excludeServicePrincipals":["s"]} """ };

        Assert.Contains("It is about workload identities, and so never about people: all that the organisation owns, without s.", Sentences(policy));
    }

    [Fact]
    public void Random_policies_have_words_and_findings_without_an_empty_sentence()
    {
        var random = new Random(7);
        var found = new HashSet<string>();

        for (var round = 0; round < 400; round++)
        {
            ImmutableArray<ConditionalAccessPolicy> policies = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => PolicyReader.Read(GenerateSignIns.Policy(random)).Value)];
            AssertWords(policies);
            var findings = FindingRules.Find(policies, ConditionalAccessApps.Shipped, round % 2 == 0 ? KnownTenant.Nothing : Known);
            AssertWhole(findings, policies);
            found.UnionWith(findings.Select(finding => finding.Code));
        }

        // Half of all rules at least had something to say.
        Assert.True(found.Count > FindingRules.All.Length / 2, string.Join(' ', found));
    }

    /// <summary>Every policy is told in whole sentences.</summary>
    internal static void AssertWords(IEnumerable<ConditionalAccessPolicy> policies) => Assert.All(
        policies.SelectMany(policy => PolicyWords.Sentences(policy, Names)), sentence => Assert.Matches(@"^[A-Z]\S.*\.$", sentence));

    /// <summary>Every finding is whole and about one of the policies.</summary>
    internal static void AssertWhole(IEnumerable<PolicyFinding> findings, ImmutableArray<ConditionalAccessPolicy> policies) => Assert.All(findings, finding =>
    {
        Assert.Contains(finding.Code, FindingRules.All.Select(definition => definition.Code));
        Assert.Contains(finding.Policy, policies);
        Assert.All([finding.Sentence, finding.Remedy], sentence => Assert.Matches(@"^[A-Z""].*\.$", sentence));
    });

    private static KnownTenant Known => new()
    {
        Names = Names, GroupIds = ["g1"], UserIds = ["u1"], LocationIds = ["l1"], EmergencyIds = ["g3"],
        People = [new(new(new(["g1"], ["r1"], null), UserType.Member, null), 5), new(new(new([], [], "u1"), UserType.Guest, null), 1)],
        Devices = ADevice.Counted((ADevice.QX, 3), (ADevice.W, 2)),
    };

    private static string Of(APolicy policy) => PolicyWords.Of(policy.Read(), Names);

    private static ImmutableArray<string> Sentences(APolicy policy) => PolicyWords.Sentences(policy.Read(), Names);
}
