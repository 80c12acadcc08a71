using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>What if: the whole question stands in the address, so that a link shows what its sender saw.</summary>
public sealed partial class WhatIfPage(NavigationManager navigation)
{
    private static readonly (string Text, WhatIfQuestion Question)[] Starts =
    [
        ("A member, an unregistered Quest", WhatIfQuestion.About("quest-unregistered")),
        ("A member, a managed Quest", WhatIfQuestion.About("quest-managed")),
        ("A member, a PC of the organisation", WhatIfQuestion.About("windows-hybrid")),
        ("A guest, their own PC", WhatIfQuestion.About("windows-registered", WhatIfQuestion.Guest)),
    ];

    private UserFacts? _person;
    private Problem? _problem;
    private string? _asked;

    [SupplyParameterFromQuery] private string? Person { get; set; }

    [SupplyParameterFromQuery] private string? As { get; set; }

    [SupplyParameterFromQuery(Name = "group")] private string[]? Groups { get; set; }

    [SupplyParameterFromQuery(Name = "role")] private string[]? Roles { get; set; }

    [SupplyParameterFromQuery] private string? Device { get; set; }

    [SupplyParameterFromQuery(Name = "fact")] private string[]? Facts { get; set; }

    [SupplyParameterFromQuery] private string? Platform { get; set; }

    [SupplyParameterFromQuery] private string? App { get; set; }

    [SupplyParameterFromQuery] private string? Client { get; set; }

    [SupplyParameterFromQuery] private string? Place { get; set; }

    [SupplyParameterFromQuery] private string? Flow { get; set; }

    [SupplyParameterFromQuery] private string? SignInRisk { get; set; }

    [SupplyParameterFromQuery] private string? UserRisk { get; set; }

    [SupplyParameterFromQuery] private string? InsiderRisk { get; set; }

    [SupplyParameterFromQuery(Name = "done")] private string[]? Done { get; set; }

    private WhatIfQuestion Question => new()
    {
        Person = Person, As = As, Groups = [.. Groups ?? []], Roles = [.. Roles ?? []], Device = Device, Facts = [.. Facts ?? []], Platform = Platform, App = App,
        Client = Client, Place = Place, Flow = Flow, SignInRisk = SignInRisk, UserRisk = UserRisk, InsiderRisk = InsiderRisk, Done = [.. Done ?? []],
    };

    private string Who => _person is not null ? Components.PersonName.Of(_person) : As switch
    {
        WhatIfQuestion.Member => "A member",
        WhatIfQuestion.Guest => "A guest",
        _ => "Somebody",
    };

    protected override void OnParametersSet()
    {
        if (Person != _asked)
        {
            (_asked, _person, _problem) = (Person, null, null);
        }
    }

    private void Take(Result<PersonEligibility> found) => (_person, _problem) = found.TryGet(out var person) ? (person.User, (Problem?)null) : (null, found.Problem);

    private void Ask(WhatIfQuestion question) => navigation.NavigateTo(question.Address);
}
