namespace MeshReadiness.SampleTenant.Company;

internal enum PersonKind
{
    Member, Guest, PendingGuest, Disabled, Room, SharedMailbox, ServiceAccount, ExternalMember, MeetingRoom,
}

/// <summary>A person as the directory knows them. Names and addresses are worked out when asked for.</summary>
internal sealed record Person(int Index, PersonKind Kind, PeopleGenerator Company)
{
    private PersonName? _name;

    public Guid Id => Company.Ids.Of(Index);

    public bool? AccountEnabled { get; init; } = true;

    public string? UserType { get; init; }

    public string? UsageLocation { get; init; }

    public required LicenceSet Licences { get; init; }

    public Department? Department { get; init; }

    public required Office Office { get; init; }

    public bool IsGuest => Kind is PersonKind.Guest or PersonKind.PendingGuest;

    public bool IsStaff => Kind is PersonKind.Member or PersonKind.Disabled;

    /// <summary>The externalUserState that Graph shows, if any.</summary>
    public string? InvitationState => Kind switch
    {
        PersonKind.PendingGuest => "PendingAcceptance",
        PersonKind.Guest or PersonKind.ExternalMember => "Accepted",
        _ => null,
    };

    public DateTimeOffset Created => Company.CreatedAt(Index);

    public PersonName Name => _name ??= Company.NameOf(this);
}

internal sealed record PersonName(string? Display, string? Given, string? Family, string Principal, string? Mail);
