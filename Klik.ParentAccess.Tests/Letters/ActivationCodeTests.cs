using System.Text;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "P4")]
public sealed class ActivationCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Guid Letter = Guid.Parse("0195a3c0-0000-7000-8000-000000000001");
    private readonly FakeSchoolContext _school = new();

    private PersonalData PersonalData => new(_school);

    /// <summary>Codes enough that every sign stands at every place, the check sign's included.</summary>
    private IEnumerable<string> Codes => Enumerable.Range(1, 400).Select(issue => Code(issue).Text);

    [Fact]
    public void A_code_is_four_groups_of_four_signs()
    {
        Assert.All(Codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code));
        Assert.Equal(Alphabet.Length * ActivationCode.Length, Codes.SelectMany(code => Bare(code).Select((sign, place) => (sign, place))).Distinct().Count());
    }

    [Fact]
    public void A_code_is_read_as_it_is_printed() => Assert.All(Codes, code => Assert.Equal(code, Read(code)));

    [Fact]
    public void Every_wrong_sign_at_every_place_is_noticed()
    {
        foreach (var code in Codes.Select(Bare))
        {
            for (var place = 0; place < code.Length; place++)
            {
                foreach (var sign in Alphabet.Where(sign => sign != code[place]))
                {
                    Assert.Equal(ActivationCodeProblem.Mistyped, ActivationCode.TryParse($"{code[..place]}{sign}{code[(place + 1)..]}", out _));
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_signs_is_noticed_neighbours_or_not()
    {
        foreach (var code in Codes.Select(Bare))
        {
            for (var one = 0; one < code.Length; one++)
            {
                for (var other = one + 1; other < code.Length; other++)
                {
                    var swapped = code.ToCharArray();
                    (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                    ActivationCodeProblem? expected = swapped[one] == swapped[other] ? null : ActivationCodeProblem.Mistyped;
                    Assert.Equal(expected, ActivationCode.TryParse(new string(swapped), out _));
                }
            }
        }
    }

    [Fact]
    public void Every_pair_of_equal_neighbours_typed_as_another_pair_is_noticed()
    {
        // Codes with a pair at each place, made by choosing the check sign that fits.
        var codes = Enumerable.Range(0, 14).Select(place => Fitting($"{Bare(Code(1).Text)[..place]}77{Bare(Code(2).Text)[(place + 2)..15]}"));

        foreach (var (code, place) in codes.Select((code, place) => (code, place)))
        {
            foreach (var sign in Alphabet.Where(sign => sign != '7'))
            {
                Assert.Equal(ActivationCodeProblem.Mistyped, ActivationCode.TryParse($"{code[..place]}{sign}{sign}{code[(place + 2)..]}", out _));
            }
        }
    }

    [Fact]
    public void A_missing_sign_and_one_too_many_are_told_apart()
    {
        foreach (var code in Codes.Take(20).Select(Bare))
        {
            for (var place = 0; place < code.Length; place++)
            {
                Assert.Equal(ActivationCodeProblem.TooShort, ActivationCode.TryParse(code.Remove(place, 1), out _));
                Assert.Equal(ActivationCodeProblem.TooLong, ActivationCode.TryParse(code.Insert(place, "7"), out _));
            }
        }
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}\r\n")]
    [InlineData("https://school.example/demo/a#{0}")]
    [InlineData("#{0}")]
    [InlineData("\u200B{0}\uFEFF")]
    public void What_stands_around_a_code_does_no_harm(string around) =>
        Assert.All(Codes.Take(20), code => Assert.Equal(code, Read(around.Replace("{0}", code, StringComparison.Ordinal))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u00A0")]
    [InlineData("\u202F")]
    [InlineData("\t")]
    [InlineData("--")]
    [InlineData(" - ")]
    [InlineData("\u2010")]
    [InlineData("\u2011")]
    [InlineData("\u2013")]
    [InlineData("\u2014")]
    [InlineData("\u2212")]
    [InlineData("\u00AD")]
    [InlineData("\uFF0D")]
    [InlineData("_")]
    [InlineData(".")]
    public void Anything_may_stand_between_the_groups(string between) =>
        Assert.All(Codes.Take(20), code => Assert.Equal(code, Read(code.Replace("-", between, StringComparison.Ordinal))));

    [Fact]
    public void Signs_are_read_as_people_type_them()
    {
        foreach (var code in Codes.Take(100))
        {
            Assert.Equal(code, Read(code.ToLowerInvariant()));
            Assert.Equal(code, Read(code.Replace('0', 'O')));
            Assert.Equal(code, Read(code.Replace('0', 'o')));
            Assert.All("IiLl\u0130\u0131", one => Assert.Equal(code, Read(code.Replace('1', one))));
            Assert.Equal(code, Read(string.Concat(code.Select(sign => (char)(sign + 0xFEE0)))));
            Assert.Equal(code, Read(string.Concat(code.ToLowerInvariant().Select(sign => (char)(sign + 0xFEE0)))));
        }
    }

    [Theory]
    [InlineData(null, ActivationCodeProblem.Empty)]
    [InlineData("", ActivationCodeProblem.Empty)]
    [InlineData(" - ", ActivationCodeProblem.Empty)]
    [InlineData("https://school.example/demo/a#", ActivationCodeProblem.Empty)]
    [InlineData("UUUU-UUUU-UUUU-UUUU", ActivationCodeProblem.ForeignSign)]
    [InlineData("1234-5678-9ABC-DEFé", ActivationCodeProblem.ForeignSign)]
    [InlineData("1234-5678-9ABC-DEF\ud83d", ActivationCodeProblem.ForeignSign)]
    [InlineData("1234-5678-9ABC-DE\u0660\u0661", ActivationCodeProblem.ForeignSign)]
    [InlineData("' OR 1=1 --", ActivationCodeProblem.ForeignSign)]
    public void What_is_no_code_is_refused_with_the_reason(string? text, ActivationCodeProblem problem) =>
        Assert.Equal(problem, ActivationCode.TryParse(text, out _));

    [Fact]
    public void A_text_without_end_is_not_looked_at()
    {
        Assert.Equal(ActivationCodeProblem.TooLong, ActivationCode.TryParse(new string('\ud83d', 10_000_000), out _));
        Assert.Equal(ActivationCodeProblem.TooLong, ActivationCode.TryParse(new string('7', ActivationCode.MaxTextLength), out _));
    }

    [Fact]
    public void A_code_follows_from_letter_issue_and_key_and_from_each_of_them()
    {
        var code = Code(1);

        Assert.Equal(code, Code(1));
        Assert.NotEqual(code, Code(2));
        Assert.NotEqual(code, ActivationCode.For(Guid.Parse("0195a3c0-0000-7000-8000-000000000002"), 1, 1, PersonalData));
        _school.Versions = [new SchoolKey(1, Encoding.ASCII.GetBytes("the key of another school, or so"))];
        Assert.NotEqual(code, Code(1));
    }

    [Fact]
    public void After_a_change_of_key_a_letter_is_printed_with_its_own_code_and_found_by_it()
    {
        var code = Code(1);
        var hash = code.Hash(PersonalData);

        _school.Versions = [new SchoolKey(2, Encoding.ASCII.GetBytes("a key that is newer than the one")), .. _school.Versions];

        Assert.Equal(code, Code(1));
        Assert.Contains(hash, code.Hashes(PersonalData));
        Assert.NotEqual(hash, code.Hash(PersonalData));
        Assert.NotEqual(code, ActivationCode.For(Letter, 1, 2, PersonalData));
    }

    [Fact]
    public void Without_its_key_a_code_is_gone()
    {
        _school.Versions = [new SchoolKey(2, Encoding.ASCII.GetBytes("a key that is newer than the one"))];

        Assert.Null(ActivationCode.For(Letter, 1, 1, PersonalData));
    }

    [Fact]
    public void Neither_code_nor_its_bits_are_in_the_hash_or_in_a_log()
    {
        var code = Code(1);

        Assert.All(code.Text.Split('-'), group =>
        {
            Assert.DoesNotContain(group, code.Hash(PersonalData).Value, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(group, $"{code}", StringComparison.Ordinal);
        });
    }

    [Fact]
    public void All_75_bits_vary()
    {
        var codes = Codes.Select(code => Bare(code)[..15]).ToList();

        for (var place = 0; place < 15; place++)
        {
            for (var bit = 0; bit < 5; bit++)
            {
                var set = codes.Count(code => (Alphabet.IndexOf(code[place], StringComparison.Ordinal) >> bit & 1) == 1);
                Assert.InRange(set, 140, 260);
            }
        }
    }

    private static string Bare(string code) => code.Replace("-", "", StringComparison.Ordinal);

    private static string Fitting(string signs) => signs + Assert.Single(Alphabet, check => ActivationCode.TryParse(signs + check, out _) is null);

    private static string Read(string text)
    {
        Assert.Null(ActivationCode.TryParse(text, out var code));
        return code.Text;
    }

    private ActivationCode Code(int issue) => ActivationCode.For(Letter, issue, 1, PersonalData)!;
}
