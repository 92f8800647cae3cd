namespace Klik.ParentAccess.Services.Storage;

/// <summary>The quoted name of a table: the one thing that stands in a statement as it is and not as a parameter.</summary>
/// <param name="Text">The name, with the tenant's schema and prefix.</param>
internal sealed record SqlName(string Text);
