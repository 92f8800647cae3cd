using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>The words in the query that stand for a <see cref="SettingsNews"/>; nothing personal is in an address.</summary>
internal static class SettingsNewsWords
{
    private static readonly (string Word, SettingsNews News)[] All =
    [
        (ParentPaths.Saved, SettingsNews.Saved),
        ("linked", SettingsNews.Linked),
        ("already-linked", SettingsNews.AlreadyLinked),
        ("signed-out-elsewhere", SettingsNews.SignedOutElsewhere),
    ];

    /// <summary>The settings page that tells the news, relative to the school's base.</summary>
    public static string PathTo(SettingsNews news) => $"{SchoolPaths.Settings}?{All.First(pair => pair.News == news).Word}";

    /// <summary>What a request says has happened; null for nothing.</summary>
    public static SettingsNews? Read(IQueryCollection query)
    {
        foreach (var (word, news) in All)
        {
            if (query.ContainsKey(word))
            {
                return news;
            }
        }

        return null;
    }
}
