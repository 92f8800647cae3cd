namespace Klik.ParentAccess.Web.Profile;

/// <summary>The words that stand for a <see cref="ProfileNotice"/> in <c>?notice=</c>; nothing personal is in an address.</summary>
internal static class ProfileNotices
{
    public const string Parameter = "notice";

    private static readonly Dictionary<string, ProfileNotice> ByWord = new(StringComparer.Ordinal)
    {
        ["invited"] = ProfileNotice.Invited,
        ["sent-again"] = ProfileNotice.Resent,
        ["not-sent-again"] = ProfileNotice.NotResent,
        ["deleted"] = ProfileNotice.Deleted,
        ["not-deleted"] = ProfileNotice.NotDeleted,
        ["withdrawn"] = ProfileNotice.Withdrawn,
        ["not-withdrawn"] = ProfileNotice.NotWithdrawn,
        ["too-soon"] = ProfileNotice.TooSoon,
        ["too-many"] = ProfileNotice.TooMany,
        ["seat-freed"] = ProfileNotice.SeatFreed,
        ["seat-not-freed"] = ProfileNotice.SeatNotFreed,
        ["letter-withdrawn"] = ProfileNotice.LetterRevoked,
        ["letter-not-withdrawn"] = ProfileNotice.LetterNotRevoked,
    };

    public static string ToWord(this ProfileNotice notice) => ByWord.First(pair => pair.Value == notice).Key;

    public static ProfileNotice? Read(string? word) => word is not null && ByWord.TryGetValue(word, out var notice) ? notice : null;
}
