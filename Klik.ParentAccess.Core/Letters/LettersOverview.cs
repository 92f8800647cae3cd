using Klik.ParentAccess.Core.Letters.Throttling;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What an administrator sees of the letters of each class: how many there are, and how many were used where that points
/// at nobody (rule I9).</summary>
public sealed class LettersOverview(ILetters letters, RedeemThrottle throttle)
{
    /// <summary>Fewer used letters than this are not told.</summary>
    public const int FewestTold = 4;

    /// <summary>Gives them.</summary>
    public async Task<LettersOverviewResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var classes = await letters.ClassesAsync(cancellationToken);
        return new LettersOverviewResult(
            [
                .. classes.Select(one => new LettersOverviewResult.ClassCount(
                    one.ClassTitle, one.Students, one.Letters, one.UsedLetters >= FewestTold ? one.UsedLetters : null)),
            ],
            await throttle.IsSchoolBesiegedAsync(cancellationToken));
    }
}
