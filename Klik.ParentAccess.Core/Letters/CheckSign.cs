namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// The check sign of a code: a Reed-Solomon check symbol over GF(2^5). The signs, as elements of the field, must add up to zero
/// when the one at place i (from the right, from 0) is multiplied by a^i, where a is a generator of the field. A code has 16
/// places and a has order 31, so the weights are all different and none is zero. Therefore
/// <list type="bullet">
/// <item>every wrong sign is noticed: a weight times a difference is never zero;</item>
/// <item>every swap of two signs is noticed, neighbours or not: (a^i + a^j) times their difference is never zero;</item>
/// <item>every pair of equal neighbours typed as another pair ("55" for "77") is noticed, for the same reason.</item>
/// </list>
/// Of other errors one in 32 passes; a code that passes and is none is then simply unknown.
/// </summary>
internal static class CheckSign
{
    // x^5 + x^2 + 1, for which x is a generator.
    private const int Polynomial = 0b100101;
    private const int Carry = 0b100000;

    /// <summary>The sign to put behind the others.</summary>
    public static int For(ReadOnlySpan<byte> values) => Times(Sum(values));

    /// <summary>Whether the signs, the check sign last, belong together.</summary>
    public static bool IsRight(ReadOnlySpan<byte> values) => Sum(values) == 0;

    private static int Sum(ReadOnlySpan<byte> values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum = Times(sum) ^ value;
        }

        return sum;
    }

    private static int Times(int element)
    {
        var doubled = element << 1;
        return (doubled & Carry) == 0 ? doubled : doubled ^ Polynomial;
    }
}
