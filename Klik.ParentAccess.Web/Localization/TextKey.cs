namespace Klik.ParentAccess.Web.Localization;

/// <summary>What a text is looked up by.</summary>
internal readonly record struct TextKey(string? Context, string Sentence);
