using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;

namespace MeshReadiness.Graph.Files;

/// <summary>
/// Gives people the groups of a file: the page of one person's groups, or objects that each say whose groups they hold.
/// </summary>
internal static class MembershipFile
{
    public static GroupsFile AddTo(ImmutableArray<PersonFacts> people, FileItems file) =>
        file.Items.Any(item => item.Read((_, element) => SaysWhose(element))) ? new(AddByPerson(people, file), [])
        : GroupListFile.Is(file, people.Length) ? GroupListFile.AddTo(people, file)
        : new(AddToOne(people, file), []);

    private static ImmutableArray<PersonFacts> AddToOne(ImmutableArray<PersonFacts> people, FileItems file)
    {
        // A page of groups says nothing about whose they are.
        if (people is not [var one])
        {
            throw new MalformedAnswerException("the file", $"people with their groups; a page of groups is of one person, and there are {people.Length}");
        }

        if (file.IsOne)
        {
            throw new MalformedAnswerException("the file", "a page or a list of groups");
        }

        ImmutableArray<GroupFacts> groups = [.. file.Items.Select(item => item.Read((_, element) => MembershipParts.Group(element))).OfType<GroupFacts>()];
        return [one with { Groups = new MembershipFacts(groups, !file.IsCutOff) }];
    }

    private static ImmutableArray<PersonFacts> AddByPerson(ImmutableArray<PersonFacts> people, FileItems file)
    {
        var places = people.Index().ToDictionary(one => one.Item.User.Id, one => one.Index, StringComparer.OrdinalIgnoreCase);
        var added = people.ToBuilder();

        foreach (var item in file.Items)
        {
            item.Read((_, element) => added[Place(element, people, places)] = added[Place(element, people, places)].With(element));
        }

        return added.MoveToImmutable();
    }

    private static int Place(JsonElement item, ImmutableArray<PersonFacts> people, Dictionary<string, int> places) => item.OptionalText("id") switch
    {
        { } id when places.TryGetValue(id, out var place) => place,
        null when people.Length == 1 => 0,
        _ => throw new MalformedAnswerException("id", "the id of one of the people"),
    };

    private static bool SaysWhose(JsonElement item) => item.TryGetProperty("memberOf", out _) || item.TryGetProperty("transitiveMemberOf", out _);
}
