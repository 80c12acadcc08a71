using System.Text.RegularExpressions;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Eligibility;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;
using static MeshReadiness.Core.Tests.Given.MeshTenant;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>What a person is told.</summary>
public sealed partial class UserMessageTests
{
    private static readonly DateTimeOffset WhileMeshLived = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Afterwards = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly LanguageWords English = LanguageLibrary.English;
    private static readonly LanguageWords German = LanguageLibrary.All.Single(words => words.Language == "de");

    [Fact]
    public void Somebody_without_a_licence_hears_why_what_happens_and_what_works_meanwhile()
    {
        var kari = Explain(Without("mesh") with { DisplayName = "Kari Nordmann" });

        Assert.Equal(
            """
            Hello Kari Nordmann,

            Unfortunately, you can't use the Mesh app on your PC yet.

            The reason:
            - Your account has no licence for Mesh yet.

            What happens next:
            - The team that looks after licences has to assign you a licence. There is nothing that you have to do yourself.

            Meanwhile, you can appear as an avatar in Teams meetings and enter the 3D room of a Teams meeting.

            If anything is unclear, simply reply to this message.

            Kind regards
            Your help desk
            """,
            About("mesh-pc", kari, English, WhileMeshLived), ignoreLineEndingDifferences: true);
        Assert.Equal(
            """
            Guten Tag Kari Nordmann,

            leider können Sie derzeit noch nicht mit der Mesh-App auf dem PC arbeiten.

            Der Grund:
            - Ihrem Konto ist noch keine Lizenz für Mesh zugewiesen.

            So geht es weiter:
            - Das Team, das die Lizenzen betreut, muss Ihnen eine Lizenz zuweisen. Sie selbst müssen nichts tun.

            Bis dahin können Sie in Teams-Besprechungen als Avatar erscheinen und in Teams-Besprechungen den 3D-Raum betreten.

            Wenn etwas unklar ist, antworten Sie bitte einfach auf diese Nachricht.

            Mit freundlichen Grüßen
            Ihr Helpdesk
            """,
            About("mesh-pc", kari, German, WhileMeshLived), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_the_product_s_end_took_away_is_said_before_what_the_account_lacks()
    {
        var message = About("mesh-pc", Explain(Without("mesh")), English, Afterwards);

        Assert.StartsWith(
            """
            Hello,

            Unfortunately, you can no longer use the Mesh app on your PC.

            Microsoft ended the Mesh apps on 1 December 2025; they no longer work for anybody. For events, there are now immersive events in Teams. Avatars in Teams go on.

            Apart from that:
            - Your account has no licence for Mesh yet.

            You can still appear as an avatar in Teams meetings.
            """.ReplaceLineEndings("\n"), message, StringComparison.Ordinal);
        Assert.DoesNotContain(English.Message[MessageText.Next], message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lives_on_is_told_as_before() => Assert.Equal(
        About("avatars", Explain(Without("avatars")), German, WhileMeshLived).Split("\n\n")[..4],
        About("avatars", Explain(Without("avatars")), German, Afterwards).Split("\n\n")[..4]);

    [Fact]
    public void Everything_at_once_puts_what_has_the_same_reasons_together()
    {
        var message = UserMessage.AboutEverything(Explain(Without("mesh")), English, MeshTenant.Playbook, WhileMeshLived);

        Assert.Contains(
            "Not possible yet:\n- use the Mesh app on your PC, use the Mesh app on a Quest headset, use Mesh in the browser, host Mesh events and attend Mesh events\n  Your account has no licence for Mesh yet.\n",
            message, StringComparison.Ordinal);
        Assert.Contains("You can already:\n- appear as an avatar in Teams meetings\n- enter the 3D room of a Teams meeting\n\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("as a guest", message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_everything_works_it_says_so()
    {
        var able = Explain(Equipped());
        able = able with { Experiences = [.. able.Experiences.Where(one => one.Verdict is Verdict.Ready)] };

        Assert.StartsWith("Guten Tag,\n\nfür Sie ist alles eingerichtet. Sie können:\n- ", UserMessage.AboutEverything(able, German, MeshTenant.Playbook, WhileMeshLived), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_line_breaks_or_braces_stays_one_line_as_it_is() => Assert.StartsWith(
        "Hello Kari {do} Nordmann,\n\n",
        UserMessage.AboutEverything(Explain(Equipped() with { DisplayName = "Kari {do}\r\n\u2028Nordmann" }), English, MeshTenant.Playbook, Afterwards), StringComparison.Ordinal);

    [Fact]
    public void No_message_holds_a_code_an_id_a_placeholder_or_an_internal_name()
    {
        var internalNames = InternalNames();

        foreach (var (message, what) in Messages().DistinctBy(one => one.Message))
        {
            Assert.False(CodeOrId().IsMatch(message), $"{what} holds \"{CodeOrId().Match(message)}\": {message}");
            Assert.True(internalNames.Find(name => Holds(message, name)) is null, $"{what} holds \"{internalNames.Find(name => Holds(message, name))}\": {message}");
        }
    }

    [Fact]
    public void Unknown_is_never_said_as_no()
    {
        foreach (var words in LanguageLibrary.All)
        {
            foreach (var (_, topic, playbook) in OneReason().Where(one => one.Topic.Verdict is Verdict.Unknown))
            {
                var message = UserMessage.About(topic, Nobody(topic), words, playbook, WhileMeshLived);

                Assert.DoesNotContain(Text(words, MessageText.NotReady, topic, playbook), message, StringComparison.Ordinal);
                Assert.Contains(Text(words, MessageText.Unknown, topic, playbook), message, StringComparison.Ordinal);
                Assert.Contains(words.Language == "en" ? "can't yet see" : "noch nicht", message.Split(words.Message[MessageText.NotSeen])[1], StringComparison.Ordinal);
            }
        }
    }

    // Every reason alone, and everybody from the table of rules.
    private static IEnumerable<(string Message, string What)> Messages()
    {
        foreach (var (words, at) in LanguageLibrary.All.SelectMany(words => new[] { (words, WhileMeshLived), (words, Afterwards) }))
        {
            foreach (var (code, topic, playbook) in OneReason())
            {
                yield return (UserMessage.About(topic, Nobody(topic), words, playbook, at), $"{words.Language}, {code}");
            }

            foreach (var (person, playbook) in PlaybookLibrary.All.SelectMany(playbook => EveryRuleTests.Everybody(playbook).Select(person => (person, playbook))))
            {
                yield return (UserMessage.AboutEverything(person, words, playbook, at), $"{words.Language}, everything");

                foreach (var topic in HelpTopic.Of(person))
                {
                    yield return (UserMessage.About(topic, person, words, playbook, at), $"{words.Language}, {topic.Id}");
                }
            }
        }
    }

    private static IEnumerable<(string Code, HelpTopic Topic, Playbook Playbook)> OneReason() =>
        from playbook in PlaybookLibrary.All
        from row in RuleCodes.Of(playbook)
        select (row.Code, new HelpTopic(playbook.Experiences[0].Id, false, row.Verdict, [new(row.Code, row.Verdict, "", Role: "License Administrator")]), playbook);

    private static PersonEligibility Nobody(HelpTopic topic) => new(Person.Member(), [new(topic.Id, topic.Verdict, topic.Reasons)], []);

    private static string Text(LanguageWords words, MessageText text, HelpTopic topic, Playbook playbook) =>
        words.Message[text].Replace("{do}", words.Playbooks[playbook.Id].Experiences[topic.Id].Do, StringComparison.Ordinal);

    // What people may read are the names that products go by in public, never Microsoft's part numbers, plans and offers.
    private static List<string> InternalNames() =>
    [
        .. ProductTable.Shipped.Products.Values.SelectMany(product => (string[])
            [product.Name, product.StringId, .. product.ServicePlans.SelectMany(plan => (string[])[plan.Name, plan.FriendlyName])]),
        .. Own.Select(sku => sku.SkuPartNumber),
        .. PlaybookLibrary.All.SelectMany(playbook => playbook.Requirements).Select(requirement => requirement.Role),
        "assignedLicenses", "accountEnabled", "userType", "usageLocation", "licenseDetails", "Conditional Access", "Group 1",
    ];

    private static bool Holds(string message, string name) =>
        message.Contains(name, StringComparison.Ordinal) && Regex.IsMatch(message, $@"(?<!\w){Regex.Escape(name)}(?!\w)");

    private static PersonEligibility Explain(UserFacts user) => Rules().Explain(new(user));

    private static string About(string id, PersonEligibility person, LanguageWords words, DateTimeOffset at) =>
        UserMessage.About(HelpTopic.Of(person).First(topic => topic.Id == id), person, words, MeshTenant.Playbook, at);

    [GeneratedRegex(@"\b[a-z-]+:[a-z-]+\b|[0-9a-f]{8}-[0-9a-f]{4}|AADSTS|\{|\}|account-|tenant-|not-evaluated")]
    private static partial Regex CodeOrId();
}
