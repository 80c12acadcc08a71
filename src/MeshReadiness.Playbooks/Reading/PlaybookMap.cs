using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Turns one document into a playbook. Made for one reading, because it remembers which ids it has met.</summary>
internal sealed class PlaybookMap
{
    private readonly PlaybookIds _ids = new();
    private readonly HashSet<string> _apiNames = [];
    private readonly Ids _scenarios = new("scenario");

    public Playbook Read(JsonCursor root)
    {
        root.Object(
            "id", "version", "name", "summary", "source", "taskLetters", "lifecycle", "tenantSignals", "requirements", "experiences",
            "tools", "contacts", "steps", "access", "decisions", "messages", "links", "claims", "notOffered",
            "scenarios");
        var id = new Ids("playbook").Take(root["id"]);
        var version = root["version"].Number() is > 0 and var number ? number : throw root["version"].Broken("must be 1 or more.");
        var (name, summary, source) = (root["name"].Text(), root["summary"].Text(), root["source"].WebAddress());
        var signals = TenantSignals(root["tenantSignals"]);
        var requirements = root["requirements"].SomeItems(Requirement);
        var scenarios = root.Optional("scenarios") is { } ways ? ways.Items(way => ScenarioMap.Read(way, _scenarios)) : [];
        var experiences = root["experiences"].SomeItems(Experience);

        // Tasks name tools and contacts; contacts, decisions and all that follows name tasks.
        var people = new ContactMap(_ids);
        var tools = root["tools"].Items(Tool);
        var contacts = people.Read(root["contacts"]);
        var steps = new TaskMap(_ids, TaskLetters(root["taskLetters"])).Read(root["steps"]);
        people.CheckTasks(root["contacts"], root["steps"]);
        var (actions, decisions, decided) = (new Ids("action"), new Ids("decision"), new Ids("decision's task"));
        var lifecycle = root.Optional("lifecycle") is { } end ? LifecycleMap.Read(end, id, _ids.Tasks) : null;

        return new(id, version, name, summary, source, lifecycle, signals, requirements, experiences, steps)
        {
            Tools = tools,
            Contacts = contacts,
            Access = root["access"].Items(action => Access(action, actions)),
            Decisions = root["decisions"].Items(decision => new DecisionMap(_ids.Tasks, decided).Read(decision, decisions)),
            Messages = people.Messages(root["messages"]),
            Links = root["links"].Items(Link),
            NotOffered = root.Optional("notOffered")?.Items(ForOthers) ?? [],
            Scenarios = scenarios,
            Apps = ConditionalAccessApps.Shipped,
            Claims = root.Optional("claims") is { } claims ? new ClaimMap(_ids.Requirements).Read(claims) : [],
        };
    }

    private static string TaskLetters(JsonCursor at) => at.Text().All(char.IsAsciiLetterLower)
        ? at.Text()
        : throw at.Broken($"may hold only lower-case letters and is {JsonCursor.Quote(at.Text())}.");

    private static TenantSignals TenantSignals(JsonCursor at)
    {
        at.Object("governmentPlans", "governmentSkuMarks", "educationPlans", "educationSkuMarks", "source");
        return new(
            at["governmentPlans"].Items(plan => plan.Id()),
            at["governmentSkuMarks"].Items(mark => mark.Text()),
            at["educationPlans"].Items(plan => plan.Id()),
            at["educationSkuMarks"].Items(mark => mark.Text()),
            at["source"].WebAddress());
    }

    private PlanRequirement Requirement(JsonCursor at)
    {
        at.Object("id", "name", "anyOf", "remedy", "role", "source");
        return new(
            _ids.Requirements.Take(at["id"]),
            at["name"].Text(),
            at["anyOf"].SomeItems(plan => plan.Id()),
            at["remedy"].Text(),
            at["role"].Text(),
            at["source"].WebAddress());
    }

    private Experience Experience(JsonCursor at)
    {
        at.Object("id", "name", "summary", "gate", "audience", "requires", "notEvaluated", "apiName", "admittedBy");
        var gate = at["gate"].Text();
        _ids.Gates.Add(gate);

        var experience = new Experience(
            _ids.Experiences.Take(at["id"]),
            at["name"].Text(),
            at["summary"].Text(),
            gate,
            at["audience"].Word<Audience>(),
            Requires(at),
            at.Optional("notEvaluated")?.Text())
        {
            AdmittedBy = at.Optional("admittedBy")?.SomeItems(item => _scenarios.Named(item, item.Text())) ?? [],
        };

        var named = at.Optional("apiName") is { } name ? experience with { ApiName = name.Text() } : experience;

        return _apiNames.Add(named.ApiName)
            ? named
            : throw at.Broken($"is {JsonCursor.Quote(named.ApiName)} to programs, and so is another experience; give it another apiName.");
    }

    private AdminTool Tool(JsonCursor at)
    {
        at.Object("id", "name", "url", "neededFor");
        return new(_ids.Tools.Take(at["id"]), at["name"].Text(), at.Optional("url")?.WebAddress(), at["neededFor"].Text());
    }

    private static PageLink Link(JsonCursor at)
    {
        at.Object("title", "url");
        return new(at["title"].Text(), at["url"].WebAddress());
    }

    private static ProductsForOthers ForOthers(JsonCursor at)
    {
        at.Object("meantFor", "products", "source");
        return new(at["meantFor"].Text(), at["products"].SomeItems(product => product.Id()), at["source"].WebAddress());
    }

    private ActionAccess Access(JsonCursor at, Ids actions)
    {
        at.Object("id", "action", "audience", "requires", "rights", "right", "otherwise", "task", "source");
        var access = new ActionAccess(
            actions.Take(at["id"]),
            at["action"].Text(),
            Requires(at),
            at.Optional("rights")?.Text(),
            at["otherwise"].Text(),
            _ids.Tasks.Named(at["task"], at["task"].Text()),
            at["source"].WebAddress())
        {
            Right = at.Optional("right")?.Word<AccessRight>(),
            Audience = at.Optional("audience")?.Word<Audience>() ?? Audience.Everyone,
        };

        return access is { Right: not null, Rights: null } ? throw at.Broken("has a right and doesn't say it in words; add the property \"rights\".")
            : access is { Requires.IsEmpty: true, Rights: null } ? throw at.Broken("needs neither a requirement nor rights; name at least one.") : access;
    }

    private ImmutableArray<string> Requires(JsonCursor at) => at["requires"].Items(item => _ids.Requirements.Named(item, item.Text()));
}
