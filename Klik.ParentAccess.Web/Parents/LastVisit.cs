using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Localization;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>What a parent reads about the time since the last visit.</summary>
internal static class LastVisit
{
    /// <summary>The sentence above what is new, or in its place.</summary>
    /// <param name="texts">The reader's language.</param>
    /// <param name="school">Whose clock says which day it was.</param>
    /// <param name="student">Whose pages were visited.</param>
    /// <param name="hasNews">Whether anything changed since.</param>
    public static string Sentence(ITexts texts, School school, LinkedStudent student, bool hasNews)
    {
        if (student.LastVisit is not { } visit)
        {
            return texts["This is your first visit. Next time you see here what is new."];
        }

        var day = Dates.Written(DateOnly.FromDateTime(Dates.InZone(visit, school.TimeZone).DateTime), texts.Language.Culture);
        return hasNews
            ? texts["Since your last visit on {0}:", day]
            : texts["Nothing has changed since your last visit on {0}.", day];
    }
}
