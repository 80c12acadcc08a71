using System.Text.Json;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>What holds for all playbooks that are shipped, looked at without the help of the reader's own rules.</summary>
public sealed partial class EveryPlaybookTests
{
    public static readonly TheoryData<string> Ids = [.. PlaybookLibrary.All.Select(playbook => playbook.Id)];

    [Fact]
    public void Every_task_of_the_catalogues_is_there_in_its_order()
    {
        Assert.Equal(Catalogues.Mesh, PlaybookLibrary.Mesh.Tasks.Select(task => task.Id));
        Assert.Equal(Catalogues.TeamsImmersive, PlaybookLibrary.TeamsImmersive.Tasks.Select(task => task.Id));
        Assert.Equal((93, 38), (Catalogues.Mesh.Length, Catalogues.TeamsImmersive.Length));
    }

    [Fact]
    public void The_playbooks_fit_together()
    {
        var files = PlaybookLibrary.All.Select(playbook => $"{playbook.Id}.json").Select(name => new PlaybookFile(name, ShippedFile.Text(name)));

        Assert.Equal(PlaybookLibrary.All.Length, PlaybookReader.ReadAll([.. files]).Value.Length);
    }

    [Fact]
    public void What_goes_on_from_mesh_has_a_task_in_the_successor()
    {
        var lifecycle = PlaybookLibrary.Mesh.Lifecycle!;

        Assert.Equal(PlaybookLibrary.TeamsImmersive.Id, lifecycle.SuccessorPlaybook);
        Assert.Subset(Catalogues.Mesh.ToHashSet(), lifecycle.CarriesOver.Keys.ToHashSet());
        Assert.Subset(Catalogues.TeamsImmersive.ToHashSet(), lifecycle.CarriesOver.Values.ToHashSet());
        Assert.Equal(25, lifecycle.CarriesOver.Values.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_task_says_who_where_from_and_how_it_is_proven(string id) => Assert.All(The(id).Tasks, task =>
    {
        Assert.NotEmpty(task.Source);
        Assert.NotEmpty(task.Role ?? task.Function);
        Assert.EndsWith(".", task.EvidenceNote, StringComparison.Ordinal);
        Assert.InRange(task.FreshDays, 1, 730);
        Assert.InRange(task.DaysBefore, 0, 365);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_task_can_be_done_after_those_that_it_waits_for(string id)
    {
        HashSet<string> done = [];
        var left = The(id).Tasks.OrderByDescending(task => task.DaysBefore).ToList();

        // Day by day, whatever is due and waits for nothing is done; at the end of a day nothing that is due may be left.
        foreach (var day in left.GroupBy(task => task.DaysBefore).ToList())
        {
            var due = day.ToList();

            while (due.RemoveAll(task => task.DependsOn.All(done.Contains) && done.Add(task.Id)) > 0)
            {
            }

            Assert.Empty(due.Select(task => task.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Hardly_any_task_waits_for_nothing(string id) =>
        Assert.InRange(The(id).Tasks.Count(task => task.DependsOn.IsEmpty), 1, 3);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_tool_and_contact_is_of_use(string id)
    {
        var playbook = The(id);

        Assert.Empty(playbook.Tools.Select(tool => tool.Id).Except(playbook.Tasks.SelectMany(task => task.Tools)));
        Assert.Empty(playbook.Contacts.Select(contact => contact.Id).Except(playbook.Tasks.Select(task => task.Contact)));
        Assert.Equal(playbook.Contacts.Select(contact => contact.Id), playbook.Messages.Select(message => message.Contact));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_message_greets_lists_what_is_open_and_is_signed(string id) => Assert.All(The(id).Messages, message =>
    {
        var used = Braces().Matches(message.Subject + message.Body).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Subset(MessageTemplate.Placeholders.ToHashSet(), used);
        Assert.Superset(new HashSet<string> { "rollout", "contact", "openTasks", "link", "owner" }, used);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_outcome_of_a_decision_has_something_that_speaks_for_it(string id) => Assert.All(The(id).Decisions, decision => Assert.Equal(
        decision.Outcomes.Select(outcome => outcome.Id).Order(),
        decision.Questions.SelectMany(question => question.Options).Select(option => option.SpeaksFor).OfType<string>().Distinct().Order()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_requirement_names_plans_of_published_products(string id) => Assert.All(
        The(id).Requirements.SelectMany(requirement => requirement.AnyOf),
        plan => Assert.Contains(ProductTable.Shipped.Products.Values, product => product.ServicePlans.Any(item => item.ServicePlanId == plan)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_link_is_a_well_formed_https_address(string id)
    {
        var links = Texts(id).Where(text => text.Contains("://", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            Assert.True(Uri.IsWellFormedUriString(link, UriKind.Absolute), link);
            Assert.Equal(("https", true), (new Uri(link).Scheme, new Uri(link).Host.Contains('.')));
            Assert.DoesNotMatch("[.,;]$", link);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_text_holds_a_leftover(string id) => Assert.All(
        Texts(id).Where(text => !text.Contains("://", StringComparison.Ordinal)), text => Assert.DoesNotMatch(Leftovers(), text));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Titles_and_reasons_are_said_once(string id) => Assert.All(
        new Func<PlaybookTask, string>[] { task => task.Title, task => task.DoneWhen, task => task.Why },
        text => Assert.Empty(The(id).Tasks.GroupBy(text).Where(same => same.Count() > 1).Select(same => same.Key)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sentences_end_and_titles_dont(string id)
    {
        var playbook = The(id);

        Assert.All(
            [
                .. playbook.Tasks.SelectMany(task => new[] { task.DoneWhen, task.Why }),
                .. playbook.Tools.Select(tool => tool.NeededFor),
                .. playbook.Access.SelectMany(access => new[] { access.Otherwise, access.Rights ?? "." }),
                .. playbook.Contacts.Select(contact => contact.Asked),
                .. playbook.Decisions.SelectMany(decision => decision.Outcomes.SelectMany(outcome => new[] { outcome.Meaning, outcome.LeavesOpen ?? "." })
                    .Concat(decision.Warnings.Select(warning => warning.Text))
                    .Concat(decision.Questions.SelectMany(question => question.Options.Select(option => option.Because).Append(question.Why)))),
            ],
            text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        Assert.All(playbook.Decisions.SelectMany(decision => decision.Questions), question => Assert.EndsWith("?", question.Question, StringComparison.Ordinal));
        Assert.All(
            [.. playbook.Tasks.Select(task => task.Title), .. playbook.Messages.Select(message => message.Subject), .. playbook.Access.Select(access => access.Action)],
            text => Assert.False(text.EndsWith('.'), text));
    }

    private static Playbook The(string id) => PlaybookLibrary.All.Single(playbook => playbook.Id == id);

    private static List<string> Texts(string id)
    {
        using var document = JsonDocument.Parse(ShippedFile.Text($"{id}.json"));
        return [.. Walk(document.RootElement)];

        static IEnumerable<string> Walk(JsonElement at) => at.ValueKind switch
        {
            JsonValueKind.Object => at.EnumerateObject().SelectMany(property => Walk(property.Value)),
            JsonValueKind.Array => at.EnumerateArray().SelectMany(Walk),
            JsonValueKind.String => [at.GetString()!],
            _ => [],
        };
    }

    [GeneratedRegex(@"\{(.*?)\}")]
    private static partial Regex Braces();

    // Long dashes, curly quotes, doubled or stray blanks, notes to oneself, and the spelling of the other side of the Atlantic.
    [GeneratedRegex(@"[\u2013\u2014\u2018\u2019\u201C\u201D\u2026]| - |--|  |^\s|\s$| [.,;:](?:\s|$)|\.\.|TODO|TBD|FIXME|XXX|[Ll]orem|\b[Oo]rganization|\b[Bb]ehavior|\b[Cc]olor\b|\bauthoriz")]
    private static partial Regex Leftovers();
}
