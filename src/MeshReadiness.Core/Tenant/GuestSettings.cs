using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>Who may invite guests (Graph's <c>authorizationPolicy</c>).</summary>
/// <param name="AllowInvitesFrom">
/// <c>none</c>, <c>adminsAndGuestInviters</c>, <c>adminsGuestInvitersAndAllMembers</c>, <c>everyone</c>, or a word we don't know
/// yet, as sent.
/// </param>
public sealed record GuestInvitationFacts(string? AllowInvitesFrom);

/// <summary>Which other organisations are let in as guests (Graph's <c>crossTenantAccessPolicy</c>).</summary>
/// <param name="Default">What holds for everybody without an entry of their own.</param>
/// <param name="Partners">The organisations with an entry of their own.</param>
public sealed record CrossTenantFacts(InboundAccess Default, ImmutableArray<PartnerAccess> Partners);

/// <summary>An organisation with settings of its own; what it leaves open follows the default.</summary>
/// <param name="TenantId">The other organisation.</param>
/// <param name="Inbound">Its settings.</param>
public sealed record PartnerAccess(string TenantId, InboundAccess Inbound);

/// <summary>How people from outside are let in. What is <see langword="null"/> was not set.</summary>
/// <param name="Users"><c>allowed</c> or <c>blocked</c> for the people, as sent.</param>
/// <param name="Applications">The same for what they may reach.</param>
/// <param name="IsMfaTrusted">Whether an MFA done at home counts.</param>
/// <param name="AreDevicesTrusted">Whether a device that is compliant at home counts.</param>
public sealed record InboundAccess(string? Users, string? Applications, bool? IsMfaTrusted, bool? AreDevicesTrusted);

/// <summary>Whether guests who accepted their invitation have ever signed in.</summary>
/// <param name="Guests">Guests who accepted and may sign in.</param>
/// <param name="NeverSignedIn">Those of them who never did.</param>
/// <param name="IsWhole">Whether all guests were looked at; a scan ends after a few thousand.</param>
public sealed record GuestSignInFacts(int Guests, int NeverSignedIn, bool IsWhole);
