using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using Attempt = MeshReadiness.Core.ConditionalAccess.SignIns.SignIn;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>What somebody wants to know about one sign-in, as it stands in the address. What isn't there is unknown.</summary>
public sealed record WhatIfQuestion
{
    /// <summary>The word for "none", where a list may be told to be empty.</summary>
    public const string None = "none";

    /// <summary>The word for a place that no named location covers, and for one that is trusted without a name.</summary>
    public const string Elsewhere = "elsewhere", Trusted = "trusted";

    /// <summary>Words for people who are nobody in particular.</summary>
    public const string Member = "member", Guest = "guest";

    private const string UserAction = "urn:user:";

    /// <summary>A person's object id.</summary>
    public string? Person { get; init; }

    /// <summary>Somebody who is nobody in particular; left out beside a person.</summary>
    public string? As { get; init; }

    /// <summary>Groups that the person is in, or <see cref="None"/>.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Roles that the person holds, or <see cref="None"/>.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>A typical device.</summary>
    public string? Device { get; init; }

    /// <summary>What is different about it.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>The platform that the device gives itself out for, where it isn't the typical device's own.</summary>
    public string? Platform { get; init; }

    /// <summary>An app id, or a user action.</summary>
    public string? App { get; init; }

    /// <summary>The kind of client.</summary>
    public string? Client { get; init; }

    /// <summary>A named location, <see cref="Trusted"/> or <see cref="Elsewhere"/>.</summary>
    public string? Place { get; init; }

    /// <summary>How the session begins.</summary>
    public string? Flow { get; init; }

    /// <summary>The risk of the sign-in.</summary>
    public string? SignInRisk { get; init; }

    /// <summary>The person's risk.</summary>
    public string? UserRisk { get; init; }

    /// <summary>The person's insider risk.</summary>
    public string? InsiderRisk { get; init; }

    /// <summary>Controls that are met, or <see cref="None"/>.</summary>
    public ImmutableArray<string> Done { get; init; } = [];

    /// <summary>Whether anything is told at all.</summary>
    public bool IsEmpty => this with { Groups = [], Roles = [], Facts = [], Done = [] } == new WhatIfQuestion() && Groups.IsEmpty && Roles.IsEmpty && Done.IsEmpty;

    /// <summary>The device; <see langword="null"/> when nothing is told of it.</summary>
    public DescribedDevice? Described => DevicePreset.Find(Device) is { } preset ? DescribedDevice.Read(preset, Facts) : null;

    /// <summary>An ordinary question about Mesh, from which somebody can start.</summary>
    public static WhatIfQuestion About(string device, string person = Member) => new()
    {
        As = person, Device = device, App = KnownApps.Mesh, Client = "mobileAppsAndDesktopClients", Place = Elsewhere, Flow = None,
        SignInRisk = None, UserRisk = None, InsiderRisk = None, Done = ["mfa"],
    };

    /// <summary>An ordinary question about Mesh, asked of a person with a device of theirs.</summary>
    public static WhatIfQuestion About(string userId, DescribedDevice device) => About(device.Preset.Id).With(device) with { Person = userId, As = null };

    /// <summary>The question that a scenario stands for, asked of somebody invented.</summary>
    public static WhatIfQuestion Of(SignInScenario scenario)
    {
        var device = DevicePreset.Find(scenario.Id) ?? DevicePreset.Find(scenario.SignIn.Device.IsRegistered is Truth.No ? "windows-registered" : "windows-hybrid")!;
        var described = DescribedDevice.Of(device);
        return About(device.Id, scenario.For is Core.Playbooks.Audience.Guests ? Guest : Member) with
        {
            Facts = [.. (scenario.SignIn.Device.IsRegistered is Truth.No ? described.With(DescribedDevice.Registered, "no") : described).Facts],
            App = scenario.SignIn.Target?.Value, Client = scenario.SignIn.ClientAppType.Value, Done = [None],
        };
    }

    /// <summary>The address of the page with this question.</summary>
    public string Address => CaLinks.With(CaLinks.WhatIf,
    [
        new("person", Person), new("as", Person is null ? As : null), .. Many("group", Groups), .. Many("role", Roles), new("device", Device), .. Many("fact", Facts),
        new("platform", Platform), new("app", App), new("client", Client), new("place", Place), new("flow", Flow), new("signInRisk", SignInRisk), new("userRisk", UserRisk),
        new("insiderRisk", InsiderRisk), .. Many("done", Done),
    ]);

    /// <summary>The same with another device, or with other facts about it. A platform that was told goes with the device that it was told of.</summary>
    public WhatIfQuestion With(DescribedDevice? device) => this with
    {
        Device = device?.Preset.Id, Facts = device is null ? [] : [.. device.Facts], Platform = device?.Preset.Id == Device ? Platform : null,
    };

    /// <summary>The sign-in that it asks about.</summary>
    /// <param name="person">The person, when the question is about one.</param>
    /// <param name="places">The named locations.</param>
    /// <param name="uncertain">Groups and roles of which nobody knows who is in them.</param>
    public Attempt ToSignIn(UserFacts? person, ImmutableArray<NamedLocationFacts> places, ImmutableHashSet<string> uncertain)
    {
        var device = Described;
        var signIn = new Attempt
        {
            Target = App is null ? null : new(App.StartsWith(UserAction, StringComparison.OrdinalIgnoreCase) ? SignInTargetKind.UserAction : SignInTargetKind.Application, App),
            ClientAppType = Told(Client),
            Platform = Told(Platform ?? device?.Preset.Platform ?? DevicePlatforms.Of(device?["operatingSystem"])),
            SignInRisk = Told(SignInRisk),
            UserRisk = Told(UserRisk),
            InsiderRisk = Told(InsiderRisk),
            AuthenticationFlow = Told(Flow),
            Satisfied = Set(Done),
            AuthenticationStrengthIds = Set(Done.Length == 0 ? [] : [.. Done.Where(IsStrength).Select(done => done[(done.IndexOf(':', StringComparison.Ordinal) + 1)..]).DefaultIfEmpty(None)]),
        };

        if (device is not null)
        {
            signIn = signIn with { Device = device.Device, IsHeadset = device.Preset.IsHeadset || device.Device.IsHeadset };
        }

        return WithPlace(WithPerson(signIn, person, uncertain), places);
    }

    private static bool IsStrength(string control) => control.StartsWith(Core.ConditionalAccess.Policies.GrantControls.Strength, StringComparison.Ordinal);

    private Attempt WithPerson(Attempt signIn, UserFacts? person, ImmutableHashSet<string> uncertain)
    {
        var isSomebody = person is null && As is Member or Guest;

        if (person is null && !isSomebody)
        {
            return signIn with { GroupIds = Set(Groups), RoleTemplateIds = Set(Roles) };
        }

        // An invented guest has come by invitation. Nobody invented is in anything that isn't told.
        PersonClass kind = person is not null
            ? new(person.Memberships with { UserId = person.Id }, person.UserType, person.Invitation)
            : new(PolicyMemberships.None, As is Guest ? UserType.Guest : UserType.Member, As is Guest ? InvitationState.Accepted : null);
        var (groups, roles) = (Set(Groups), Set(Roles));
        var somebody = kind.As(signIn, person is null ? [] : uncertain);

        return somebody with
        {
            GroupIds = groups.IsKnown ? groups : somebody.GroupIds,
            RoleTemplateIds = roles.IsKnown ? roles : somebody.RoleTemplateIds,
            UncertainIds = groups.IsKnown || roles.IsKnown ? [] : somebody.UncertainIds,
        };
    }

    private Attempt WithPlace(Attempt signIn, ImmutableArray<NamedLocationFacts> places) => Place switch
    {
        null => signIn,
        Elsewhere => signIn with { NamedLocationIds = Attempt.SetOf([]), IsTrustedLocation = Truth.No },
        Trusted => signIn with { IsTrustedLocation = Truth.Yes },
        var id => signIn with
        {
            NamedLocationIds = Attempt.SetOf([id]),
            IsTrustedLocation = TruthLogic.Of(places.Any(place => place.Id.Equals(id, StringComparison.OrdinalIgnoreCase) && place.IsTrusted is true)),
        },
    };

    private static Known<string> Told(string? value) => value is null ? default(Known<string>) : new(true, value);

    private static Known<ImmutableHashSet<string>> Set(ImmutableArray<string> values) =>
        values.IsEmpty ? default(Known<ImmutableHashSet<string>>) : Attempt.SetOf(values.Where(value => value != None));

    private static IEnumerable<KeyValuePair<string, string?>> Many(string name, ImmutableArray<string> values) => values.Select(value => KeyValuePair.Create(name, (string?)value));
}
