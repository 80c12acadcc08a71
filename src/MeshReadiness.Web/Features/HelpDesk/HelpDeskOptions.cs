using System.ComponentModel.DataAnnotations;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>What an operator of the help desk may do how often.</summary>
internal sealed class HelpDeskOptions
{
    public const string Section = "HelpDesk";

    /// <summary>How many people each operator may have read anew from Graph within a minute.</summary>
    [Range(1, 600, ErrorMessage = "HelpDesk:RefreshesPerMinute must be from 1 to 600, for example 10.")]
    public int RefreshesPerMinute { get; set; } = 10;
}
