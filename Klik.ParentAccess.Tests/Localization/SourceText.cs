namespace Klik.ParentAccess.Tests.Localization;

/// <summary>A sentence in the source, and where.</summary>
internal sealed record SourceText(string Place, string? Context, string Sentence, string? PluralSentence);
