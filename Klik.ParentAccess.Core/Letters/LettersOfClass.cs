namespace Klik.ParentAccess.Core.Letters;

/// <summary>The letters of a class, counted.</summary>
/// <param name="ClassTitle">The class; null for students without one.</param>
/// <param name="Students">How many active students it has.</param>
/// <param name="Letters">How many of them have a letter.</param>
/// <param name="UsedLetters">Of how many of those at least one seat was used; an administrator sees it only where it points at
/// nobody (<see cref="LettersOverview"/>).</param>
public sealed record LettersOfClass(string? ClassTitle, int Students, int Letters, int UsedLetters);
