using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>Looks at the contacts in an exported rollout before it is taken in.</summary>
internal static class OutreachFile
{
    private const int LongestId = 128;

    /// <summary>What is wrong with them, in one sentence; <see langword="null"/> when nothing is.</summary>
    public static string? WhyNot(RolloutFile file, Playbook playbook) =>
        file.Contacts.FirstOrDefault(one => one.ContactId.Length is 0 or > LongestId) is { } unnamed
            ? $"The id of a contact has {unnamed.ContactId.Length} characters; 1 to {LongestId} can be kept."
        : file.Contacts.GroupBy(one => one.ContactId).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"The contact {twice.Key} is in the file twice."
        : file.Contacts.FirstOrDefault(one => IsStrange(one, file, playbook)) is { } strange
            ? $"The playbook {playbook.Id} has no contact {strange.ContactId}. It has: {string.Join(", ", playbook.Contacts.Select(one => one.Id))}."
        : file.Contacts.Select(one => (one.ContactId, Why: OutreachEdit.WhyNot(one))).FirstOrDefault(one => one.Why is not null) is { Why: { } why } wrong
            ? $"The contact {wrong.ContactId} can't be taken in. {why}"
        : null;

    // An earlier edition of the playbook may have had contacts that are gone by now; what was written about them is kept.
    private static bool IsStrange(Outreach one, RolloutFile file, Playbook playbook) =>
        file.Rollout.PlaybookVersion == playbook.Version && playbook.Contacts.All(contact => contact.Id != one.ContactId);
}
