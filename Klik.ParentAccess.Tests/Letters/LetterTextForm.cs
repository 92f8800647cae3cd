using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The form with the school's own text of letters, on either host.</summary>
internal static class LetterTextForm
{
    /// <summary>What is filled in on the page, with some of it changed; it is saved, unless the change says otherwise.</summary>
    public static IEnumerable<(string Name, string Value)> Filled(VisitedPage page, params IEnumerable<(string Name, string Value)> fields)
    {
        var values = page.Document.QuerySelectorAll("form:has(textarea) [name]").Where(field => field.LocalName != "button")
            .GroupBy(field => field.GetAttribute("name")!)
            .ToDictionary(named => named.Key, named => named.Last().LocalName == "textarea" ? named.Last().TextContent : named.Last().GetAttribute("value") ?? "");
        values["do"] = "save";
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return values.Select(pair => (pair.Key, pair.Value));
    }
}
