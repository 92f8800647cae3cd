namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>What a document says of itself.</summary>
/// <param name="Title">What readers show in the window's title.</param>
/// <param name="Author">Who it is from.</param>
/// <param name="Language">Its language; parts may have another.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record PdfInformation(string Title, string Author, string Language, DateTimeOffset CreatedAt);
