using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Files;

namespace MeshReadiness.Cli;

/// <summary>The files that hold what is known of people.</summary>
internal sealed record EligibilityFiles(string? User, string? Skus, string? Groups, string? Settings)
{
    private static readonly Problem NoSettings = new(
        ProblemKind.NotFound, "The files don't tell it. GET /groupSettings does, with the permission GroupSettings.Read.All; give its answer with --settings.");

    private static readonly Problem NotInFiles = new(ProblemKind.NotFound, "The files don't tell it.");

    public async Task<Result<PeopleToJudge>> ReadAsync(CancellationToken cancellationToken)
    {
        var people = await InputFile.ReadAsync(User!, TenantFiles.ReadPeople, cancellationToken);
        var skus = people.Succeeded ? await InputFile.ReadAsync(Skus!, TenantFiles.ReadSkus, cancellationToken) : people.Problem;
        var members = skus.Succeeded ? people.Map(read => new GroupsFile(read.People, [])) : skus.Problem;

        if (Groups is not null && members.Succeeded)
        {
            members = await InputFile.ReadAsync(Groups, (name, content) => TenantFiles.AddGroups(name, content, people.Value.People), cancellationToken);
        }

        var creation = Settings is not null && members.Succeeded ? await InputFile.ReadAsync(Settings, TenantFiles.ReadGroupCreation, cancellationToken) : NoSettings;

        return !members.TryGet(out var judged) ? members.Problem
            : Settings is not null && !creation.Succeeded ? creation.Problem
            : new PeopleToJudge(judged.People, Tenant(judged, skus.Value, creation), people.Value.IsCutOff
                ? ["The page of people has a link to a next page; people on later pages are not judged."]
                : []);
    }

    // No file tells the tenant's type; its products tell whether it is a government's or a school's. Groups are there for their names.
    private static TenantFacts Tenant(GroupsFile groups, ImmutableArray<SubscribedSku> skus, Result<GroupCreationFacts> creation) => new(
        new OrganizationFacts("", DisplayName: null, TenantType: null, CountryLetterCode: null, DefaultDomain: null),
        skus,
        groups.Groups.Concat(groups.People.SelectMany(person => new[] { person.Groups, person.DirectGroups })
                .SelectMany(own => own.TryGet(out var read) ? read.Groups : []))
            .DistinctBy(group => group.Id, StringComparer.OrdinalIgnoreCase).ToImmutableArray(),
        NotInFiles,
        NotInFiles)
    {
        Inventory = new() { GroupCreation = creation },
    };
}
