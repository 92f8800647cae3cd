namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>A form to fill in wrongly.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Fields">Its fields as they came.</param>
internal sealed record BadForm(string Path, IReadOnlyList<(string Name, string Value)> Fields);
