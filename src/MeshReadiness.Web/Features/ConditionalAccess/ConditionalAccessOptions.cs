using System.ComponentModel.DataAnnotations;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>What nothing in the directory tells about policies.</summary>
public sealed class ConditionalAccessOptions : IValidatableObject
{
    internal const string Section = "ConditionalAccess";

    /// <summary>The object ids of accounts and groups that are kept for emergencies.</summary>
    public IList<string> EmergencyIds { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => EmergencyIds
        .Where(id => !Guid.TryParseExact(id, "D", out _))
        .Select(id => new ValidationResult($"ConditionalAccess:EmergencyIds has \"{id}\", which is no object id. Give the object ids of accounts or groups, for example 62e90394-69f5-4237-9190-012177145e10."));
}
