using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What stands in one letter.</summary>
/// <param name="Student">Whose parents it is for.</param>
/// <param name="Code">The code.</param>
/// <param name="ExpiresAt">From then on the code does not work.</param>
/// <param name="Seats">How many parents a letter is for; fewer can still use the code where some have.</param>
/// <param name="Language">The language of the letter, two letters.</param>
public sealed record PrintedLetter(Student Student, ActivationCode Code, DateTimeOffset ExpiresAt, int Seats, string Language)
{
    /// <summary>Hidden, so that no name reaches a log by being formatted (rule I13).</summary>
    public override string ToString() => "(letter)";
}
