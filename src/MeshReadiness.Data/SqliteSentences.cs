namespace MeshReadiness.Data;

/// <summary>What SQLite's result codes mean to the person who has to act. See https://www.sqlite.org/rescode.html.</summary>
internal static class SqliteSentences
{
    public static string? Of(int code) => code switch
    {
        3 => "can't be used: the portal may not read or write it. Give the portal's account the right to both.",
        5 or 6 => "is locked by another program. Close what has it open, for example a second portal or a database viewer, then try again.",
        8 => "is read-only, so nothing was saved. Give the portal's account the right to write to the file and its folder.",
        10 => "can't be read or written: the disk reported an error. Nothing was removed; check the disk and the mount, then try again.",
        11 => "is damaged. Nothing was changed; put a copy from your backup in its place, or move the file away to start with an empty one.",
        13 => "can't grow any more: the disk or its quota is full. Nothing that was saved is lost; free some space, then try again.",
        14 => "can't be opened. Check that its folder exists and that the portal's account may read and write it.",
        26 => "is no SQLite database. Nothing was changed; point Database:Folder elsewhere, or move the file away to start with an empty one.",
        _ => null,
    };
}
