namespace MeshReadiness.Data;

/// <summary>
/// Keys of people. A full scan reads everybody into a roster of its own, and the roster's number is the upper half of the
/// key, so that a roster is a range of keys in every table.
/// </summary>
internal static class PersonKeys
{
    /// <summary>How many bits of a key count inside its roster.</summary>
    public const int Bits = 32;

    /// <summary>The first key of a roster, and the end of the one before it.</summary>
    public static long First(int roster) => (long)roster << Bits;

    public static int RosterOf(long key) => (int)(key >> Bits);
}
