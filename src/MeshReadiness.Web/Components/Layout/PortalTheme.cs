using MudBlazor;

namespace MeshReadiness.Web.Components.Layout;

/// <summary>The component library's theme. Colours come from <c>css/tokens.css</c> through <c>css/mud.css</c>; this sets only the type.</summary>
internal static class PortalTheme
{
    public static MudTheme Theme { get; } = new()
    {
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = ["Inter", "Segoe UI", "system-ui", "sans-serif"], FontSize = "0.9375rem", LetterSpacing = "0" },
            Button = new ButtonTypography { TextTransform = "none", LetterSpacing = "0", FontWeight = "550" },
        },
        LayoutProperties = new() { DefaultBorderRadius = "8px" },
    };
}
