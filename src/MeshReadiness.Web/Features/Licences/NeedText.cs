using MeshReadiness.Core.Licensing;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>What it would take, in the words of screen and export.</summary>
internal static class NeedText
{
    /// <summary>How many products a list of alternatives names.</summary>
    public const int MostOffers = 5;

    public static string Title(NeedPart part) => part switch
    {
        NeedPart.Ready => "Ready today",
        NeedPart.SwitchOn => "A plan has to be switched on",
        NeedPart.FixAssignment => "An assignment has failed",
        NeedPart.NeedProduct => "A product is missing",
        NeedPart.Unclear => "Not known",
        NeedPart.NotByLicence => "Not a matter of licences",
        _ => "Not for them",
    };

    public static string WhatToDo(NeedPart part) => part switch
    {
        NeedPart.Ready => "Nothing.",
        NeedPart.SwitchOn => "Switch the plan on in the licence or in the group that assigns it. No seat is needed.",
        NeedPart.FixAssignment => "Resolve the error and have the assignment processed again. One that failed for want of a seat takes one then.",
        NeedPart.NeedProduct => "Assign a product; the seats that it takes are below.",
        NeedPart.Unclear => "Their licences are no obstacle that is known. Something else that decides couldn't be read or isn't evaluated.",
        NeedPart.NotByLicence => "The account is disabled, or the tenant isn't served. Licences don't change that.",
        _ => "The experience isn't for guests, or only for them. They count neither way.",
    };

    public static string FileName(NeedPart part) => part switch
    {
        NeedPart.Ready => "ready",
        NeedPart.SwitchOn => "switch-on",
        NeedPart.FixAssignment => "fix-assignment",
        NeedPart.NeedProduct => "need-product",
        NeedPart.Unclear => "unclear",
        NeedPart.NotByLicence => "not-by-licence",
        _ => "not-for-them",
    };
}
