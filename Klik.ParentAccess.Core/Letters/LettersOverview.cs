using Klik.ParentAccess.Core.Letters.Throttling;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What an administrator sees of the letters of each class: how many there are, and how many were used where that points
/// at nobody (rule I9).</summary>
public sealed class LettersOverview(ILetters letters, RedeemThrottle throttle)
{
    /// <summary>Fewer used letters than this are not told, and of at least so many it stays open whether they were used: who knows
    /// that all of a class were used knows of each.</summary>
    public const int FewestTold = 4;

    /// <summary>Gives them.</summary>
    public async Task<LettersOverviewResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var classes = await letters.ClassesAsync(cancellationToken);
        return new LettersOverviewResult(
            [
                .. classes.Select(one => new LettersOverviewResult.ClassCount(one.ClassTitle, one.Students, one.Letters, Told(one))),
            ],
            await throttle.IsSchoolBesiegedAsync(cancellationToken));
    }

    private static LettersOverviewResult.UsedCount? Told(LettersOfClass one)
    {
        var most = one.Letters - FewestTold;
        return Math.Min(one.UsedLetters, most) is var told && told >= FewestTold
            ? new LettersOverviewResult.UsedCount(told, OrMore: one.UsedLetters > most)
            : null;
    }
}
