using System.Text.RegularExpressions;

namespace MeshReadiness.Core.Rollouts;

/// <summary>A link that opens the visitor's mail program with a message in it, as RFC 6068 writes it.</summary>
public static partial class MailLink
{
    /// <summary>Mail programs and browsers cut longer links off without a word.</summary>
    public const int Longest = 2_000;

    /// <summary>The link; <see langword="null"/> when it would be longer than <see cref="Longest"/>, and the text has to be copied instead.</summary>
    /// <param name="mail">To whom; without one, the mail program asks.</param>
    /// <param name="message">What.</param>
    public static string? Of(string? mail, MessageDraft message)
    {
        var link = $"mailto:{To(mail ?? "")}?subject={Uri.EscapeDataString(message.Subject)}&body={Uri.EscapeDataString(Lines().Replace(message.Body, "\r\n"))}";
        return link.Length > Longest ? null : link;
    }

    // The @ between the two halves is the only sign that isn't part of either.
    private static string To(string mail) => mail.LastIndexOf('@') is >= 0 and var at
        ? $"{Uri.EscapeDataString(mail[..at])}@{Uri.EscapeDataString(mail[(at + 1)..])}"
        : Uri.EscapeDataString(mail);

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex Lines();
}
