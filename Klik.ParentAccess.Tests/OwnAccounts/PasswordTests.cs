using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Web.OwnAccounts;

namespace Klik.ParentAccess.Tests.OwnAccounts;

[Trait("Rule", "L5")]
public sealed class PasswordTests
{
    private static readonly string[] Own = ["Jan de Vries", "jan.devries@example.nl", "Het Voorbeeld"];

    [Theory]
    [InlineData("")]
    [InlineData("korte zin")]
    [InlineData("elf tekens!")]
    [InlineData("👍👍👍👍👍👍👍👍👍👍👍")]
    public void A_short_password_is_refused(string text) => Assert.Equal(PasswordProblem.TooShort, Password.TryChoose(text, Own, out _));

    [Fact]
    public void A_password_has_twelve_to_a_hundred_and_twenty_eight_characters()
    {
        var words = string.Concat(Enumerable.Range(0, 40).Select(number => $"{(char)('b' + (number % 20))}q{(char)('k' + (number % 7))}x"));

        Assert.Null(Password.TryChoose(words[..12], Own, out _));
        Assert.Null(Password.TryChoose(words[..128], Own, out _));
        Assert.Equal(PasswordProblem.TooLong, Password.TryChoose(words[..129], Own, out _));
        Assert.Equal(PasswordProblem.TooLong, Password.TryChoose(new string('x', 100_000), Own, out _));
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("PASSWORD!!!!2026")]
    [InlineData("wachtwoord123")]
    [InlineData("Welkom2026!!")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("passwordpasswordpassword")]
    [InlineData("monkey-dragon")]
    [InlineData("jandevries2026")]
    [InlineData("Vries.jan.1980")]
    [InlineData("voorbeeld-school")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("............")]
    public void A_password_that_is_easy_to_guess_is_refused(string text) => Assert.Equal(PasswordProblem.Common, Password.TryChoose(text, Own, out _));

    [Theory]
    [InlineData("paarse olifant fietst")]
    [InlineData("onderaan de dijk")]
    [InlineData("мой дядя самых честных")]
    [InlineData("zonder-hoofdletters-of-cijfers")]
    [InlineData("8f3kq0vz7wxm")]
    public void Any_other_password_is_taken_whatever_signs_are_in_it(string text) => Assert.Null(Password.TryChoose(text, Own, out _));

    [Fact]
    public void The_same_password_typed_on_another_keyboard_is_the_same()
    {
        Assert.Null(Password.TryChoose("ﬁetsen langs de café", Own, out var chosen));

        Assert.Equal(chosen, Password.Read("fietsen langs de cafe\u0301"));
        Assert.Null(Password.Read(null));
        Assert.Null(Password.Read("\ud800lone surrogate"));
        Assert.DoesNotContain("fietsen", $"{chosen}", StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public void A_hash_is_salted_slow_and_of_that_password_alone()
    {
        var hashes = new IdentityPasswordHashes();
        var password = Password.Read("paarse olifant fietst")!;

        var (one, other) = (hashes.Hash(password), hashes.Hash(password));

        Assert.NotEqual(one, other);
        Assert.Equal(PasswordMatch.Right, hashes.Compare(one, password));
        Assert.Equal(PasswordMatch.Wrong, hashes.Compare(one, Password.Read("paarse olifant fietsT")!));
        Assert.Equal(PasswordMatch.Wrong, hashes.Compare(null, password));

        // Version 3 of Identity: HMAC-SHA-512, rounds and the length of the salt, each four bytes.
        var bytes = Convert.FromBase64String(one);
        Assert.Equal([1, 0, 0, 0, 2, 0, 3, 0x5B, 0x60, 0, 0, 0, 16], bytes[..13]);
    }
}
