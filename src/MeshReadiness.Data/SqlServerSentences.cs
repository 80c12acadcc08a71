using Microsoft.Data.SqlClient;

namespace MeshReadiness.Data;

/// <summary>What SQL Server's error numbers mean to the person who has to act.</summary>
internal static class SqlServerSentences
{
    public static string? Of(SqlException error) => error.Number switch
    {
        4060 or 911 => "doesn't exist, or the portal's account may not open it. Check Database:ConnectionString and the account's rights.",
        18456 or 18452 or 18470 => "refused the portal's sign-in. Check the account in Database:ConnectionString.",
        208 or 207 => "lacks tables or columns that this version needs. Run deploy/sql-server.sql on it, then start again.",
        229 or 230 or 262 => "refused: the portal's account lacks a right. Make it a member of db_datareader and db_datawriter.",
        1101 or 1105 or 9002 => "can't grow any more: its files or its log are full. Nothing that was saved is lost; give it space, then try again.",
        3906 or 3908 => "is read-only, so nothing was saved. Set it to read-write, or point Database:ConnectionString at the primary.",
        1205 or 1222 => "is locked by another program. Nothing was saved; try again.",
        -2 => "didn't answer in time. Nothing was saved; look at its load, then try again.",
        -1 or 2 or 53 or 40 or 64 or 121 or 233 or 258 or 10053 or 10054 or 10060 or 10061 or 11001 or 40613 =>
            "can't be reached. Check the server in Database:ConnectionString, the network and the firewall, then try again.",
        0 when error.Class >= 20 => "can't be reached. Check the server in Database:ConnectionString, the network and the firewall, then try again.",
        _ => null,
    };
}
