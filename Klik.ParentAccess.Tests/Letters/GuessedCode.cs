using System.Net;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What came of a guess.</summary>
/// <param name="Path">Where it ended, below the school's base.</param>
/// <param name="Status">The answer.</param>
/// <param name="RetryAfter">How long to wait, if the answer said so.</param>
/// <param name="IsFirst">Whether it was the first one of its account.</param>
/// <param name="Statements">How many statements it cost the database.</param>
internal sealed record GuessedCode(string Path, HttpStatusCode Status, TimeSpan? RetryAfter, bool IsFirst, int Statements);
