using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Tests.Schools;

[Trait("Rule", "P9")]
public class AccentColorTests
{
    [Theory]
    [InlineData("#126073", "#126073")]
    [InlineData(" #ABCDEF ", "#abcdef")]
    [InlineData("#f80", "#ff8800")]
    public void A_colour_is_read(string text, string expected)
    {
        Assert.True(AccentColor.TryParse(text, out var color));
        Assert.Equal(expected, color.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("126073")]
    [InlineData("#12607")]
    [InlineData("#1260733")]
    [InlineData("#12607g")]
    [InlineData("#+12607")]
    [InlineData("#12 607")]
    public void Anything_else_is_not(string? text) => Assert.False(AccentColor.TryParse(text, out _));

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#ffff00", "#ffffff", 1.07)]
    [InlineData("#123456", "#123456", 1)]
    public void The_contrast_is_that_of_WCAG_either_way(string one, string two, double expected)
    {
        Assert.Equal(expected, Parse(one).ContrastWith(Parse(two)), 2);
        Assert.Equal(expected, Parse(two).ContrastWith(Parse(one)), 2);
    }

    [Fact]
    public void Any_colour_has_text_on_it_and_a_neighbour_that_can_be_read()
    {
        AccentColor[] grounds = [AccentColor.White, AccentColor.Black, Parse("#f4f5f7"), Parse("#262d37")];

        foreach (var color in Everywhere())
        {
            Assert.True(color.TextOnIt.ContrastWith(color) >= AccentColor.ForText, color.ToString());
            foreach (var ground in grounds)
            {
                Assert.True(color.ReadableOn(ground, AccentColor.ForText).ContrastWith(ground) >= AccentColor.ForText, $"{color} on {ground}");
            }
        }
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is_and_another_changes_no_more_than_it_must()
    {
        var yellow = Parse("#ffd500");

        var readable = yellow.ReadableOn(AccentColor.White, AccentColor.ForText);

        Assert.Equal(yellow, yellow.ReadableOn(AccentColor.Black, AccentColor.ForText));
        Assert.InRange(readable.ContrastWith(AccentColor.White), AccentColor.ForText, AccentColor.ForText + 0.15);
        Assert.True(readable is { Blue: 0 } && readable.Red > readable.Green);
    }

    private static IEnumerable<AccentColor> Everywhere()
    {
        for (var value = 0; value < 0x1000; value += 7)
        {
            yield return new AccentColor((byte)((value >> 8) * 17), (byte)(((value >> 4) & 15) * 17), (byte)((value & 15) * 17));
        }
    }

    private static AccentColor Parse(string text) => AccentColor.TryParse(text, out var color) ? color : throw new FormatException(text);
}
