namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>How a server answered.</summary>
/// <param name="Status">The status; zero when it hung up without a word.</param>
/// <param name="Took">How long it took, to the last byte.</param>
internal readonly record struct WireAnswer(int Status, TimeSpan Took);
