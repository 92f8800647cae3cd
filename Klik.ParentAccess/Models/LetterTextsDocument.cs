using Klik.ParentAccess.Core.Letters;
using OrchardCore.Data.Documents;

namespace Klik.ParentAccess.Models;

/// <summary>The school's own texts of letters, one document in the tenant's database. Nobody's name is in it.</summary>
public sealed class LetterTextsDocument : Document
{
    /// <summary>The texts by language, two letters.</summary>
    public Dictionary<string, LetterText> Texts { get; init; } = [];
}
