using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Tests.Localization;

/// <summary>What the Orchard module says in Orchard's own screens; Orchard finds a text by the class or view that says it.</summary>
[Trait("Rule", "P8")]
public class ModuleTranslationTests
{
    private const string Room = "Klik.ParentAccess";

    private static readonly PoFile Dutch = Read();

    [Fact]
    public void Every_sentence_in_the_module_has_a_Dutch_translation()
    {
        var translated = Dutch.Entries.Where(entry => entry.IsTranslated).Select(Key).ToHashSet();

        var texts = ModuleTexts.Of(Room).ToList();
        var missing = texts.Where(text => !translated.Contains(Key(text)));

        Assert.NotEmpty(texts);
        Assert.Empty(missing.Select(text => $"{text.Place}: msgctxt \"{text.Context}\" msgid \"{text.Sentence}\""));
    }

    [Fact]
    public void No_Dutch_translation_is_left_of_a_sentence_that_is_gone()
    {
        var used = ModuleTexts.Of(Room).Select(Key).ToHashSet();

        var unused = Dutch.Entries.Where(entry => !used.Contains(Key(entry)));

        Assert.Empty(unused.Select(entry => $"nl.po({entry.Line}): {entry.Sentence}"));
    }

    [Fact]
    public void A_translation_asks_for_everything_that_its_sentence_asks_for()
    {
        var differing = Dutch.Entries.Where(entry => !Asked([entry.Sentence]).SetEquals(Asked(entry.Forms)));

        Assert.Empty(differing.Select(entry => $"nl.po({entry.Line}): {entry.Sentence}"));
    }

    [Theory]
    [InlineData("Drivers/Driver.cs", "namespace Room.Drivers;\nclass Driver { x = localizer[\"One\"]; }", "Room.Drivers.Driver", "One")]
    [InlineData("AdminMenu.cs", "namespace Room;\nclass AdminMenu { x = pageLocalizer[\"Two {0}\", 2]; }", "Room.AdminMenu", "Two {0}")]
    [InlineData("Views/Some.Edit.cshtml", "<b>@T[\"Three\"]</b>", "Room.Views.Some.Edit", "Three")]
    public void The_scan_finds_a_sentence_and_who_says_it(string file, string source, string context, string sentence)
    {
        var found = Assert.Single(ModuleTexts.In("Room", file, source));

        Assert.Equal((context, sentence), (found.Context, found.Sentence));
    }

    [Fact]
    public void The_scan_refuses_a_sentence_that_is_not_a_literal() =>
        Assert.Throws<FormatException>(() => ModuleTexts.In("Room", "A.cs", "x = localizer[sentence];").ToList());

    private static PoFile Read()
    {
        var path = SourceTexts.PathOf(Room, "Localization", "nl.po");
        using var content = File.OpenRead(path);
        return PoFile.Read(path, content);
    }

    private static (string?, string) Key(PoEntry entry) => (entry.Context, entry.Sentence);

    private static (string?, string) Key(SourceText text) => (text.Context, text.Sentence);

    private static SortedSet<int> Asked(IEnumerable<string> texts) => [.. texts.SelectMany(text => Placeholders.Of(text) ?? [])];
}
