using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MeshReadiness.Core.Audit;

/// <summary>
/// Ties the lines of the audit record together: the hash of each covers its contents and the hash of the line before it. Who
/// changes, removes or inserts a line afterwards would have to write all later ones anew, and exports of earlier days show it.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands for the hash before the first line.</summary>
    public const string Beginning = "";

    /// <summary>The hash of a line: SHA-256, 64 hexadecimal digits.</summary>
    /// <param name="previous">The hash of the line before it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="entry">What happened.</param>
    public static string HashOf(string previous, long number, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(previous);
        AddNumber(number);
        AddNumber(entry.At.UtcTicks);
        Add(entry.Actor.ObjectId);
        Add(entry.Actor.DisplayName);
        Add(entry.Action);
        Add(entry.Subject);
        Add(entry.Detail);
        Add(entry.RolloutId?.ToString());
        Add(entry.Before);
        Add(entry.After);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // With its length, so that letters can't wander from one text to the next; nothing differs from an empty text.
        void Add(string? text)
        {
            AddNumber(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
        }

        void AddNumber(long number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }

    /// <summary>Looks for the first line that isn't what it was.</summary>
    /// <param name="lines">Lines in order, from any one on.</param>
    /// <param name="previous">The hash of the line before the first of them; <see langword="null"/> when it isn't known, then the first one is taken at its word.</param>
    /// <returns>What is wrong and with which line; <see langword="null"/> when nothing is.</returns>
    public static AuditBreak? FindBreak(IEnumerable<AuditLine> lines, string? previous = null)
    {
        AuditLine? last = null;

        foreach (var line in lines)
        {
            if (last is not null && line.Number != last.Number + 1)
            {
                return new(line.Number, $"Line {line.Number} follows line {last.Number}: lines between them are missing, or their order was changed.");
            }

            if (previous is not null && line.Hash != HashOf(previous, line.Number, line.Entry))
            {
                return new(line.Number, $"Line {line.Number} isn't what was written, or the line before it isn't.");
            }

            (last, previous) = (line, line.Hash);
        }

        return null;
    }
}

/// <summary>Where the audit record isn't what it was.</summary>
/// <param name="Number">The first line that doesn't fit.</param>
/// <param name="Sentence">What is wrong with it.</param>
public sealed record AuditBreak(long Number, string Sentence);
