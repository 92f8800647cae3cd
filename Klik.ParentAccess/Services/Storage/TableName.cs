using Klik.ParentAccess.Records;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>Our tables, without the tenant's prefix.</summary>
internal static class TableName
{
    /// <summary>What the name of each begins with.</summary>
    public const string Start = "KlikParentAccess";

    public const string Accounts = "KlikParentAccess_Accounts";
    public const string Links = "KlikParentAccess_Links";
    public const string Outbox = "KlikParentAccess_Outbox";
    public const string Views = "KlikParentAccess_Views";
    public const string MailCounts = "KlikParentAccess_MailCounts";
    public const string OwnAccounts = "KlikParentAccess_OwnAccounts";
    public const string Passkeys = "KlikParentAccess_Passkeys";
    public const string Students = "KlikParentAccess_Students";
    public const string AttemptCounts = "KlikParentAccess_AttemptCounts";
    public const string RecordsVersions = "KlikParentAccess_RecordsVersions";
    public const string ImportJobs = "KlikParentAccess_ImportJobs";

    /// <summary>A table of the built-in student records.</summary>
    public static string Of(RecordTable table) => $"KlikParentAccess_{table}";
}
