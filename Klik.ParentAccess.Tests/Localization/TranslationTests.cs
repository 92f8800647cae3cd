using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public class TranslationTests
{
    private static readonly PoFile Dutch = TextFiles.BuiltIn().Single(file => file.Name == "nl.po");
    private static readonly PoFile English = TextFiles.BuiltIn().Single(file => file.Name == "en.po");

    [Fact]
    public void Every_sentence_in_the_source_has_a_Dutch_translation()
    {
        var translated = Dutch.Entries.Where(entry => entry.IsTranslated).Select(entry => (entry.Context, entry.Sentence, entry.PluralSentence)).ToHashSet();

        var missing = SourceTexts.All.Where(text => !translated.Contains((text.Context, text.Sentence, text.PluralSentence)));

        Assert.Empty(missing.Select(text => $"{text.Place}: {text.Sentence}"));
    }

    [Fact]
    public void No_Dutch_translation_is_left_of_a_sentence_that_is_gone()
    {
        var used = SourceTexts.All.Select(text => (text.Context, text.Sentence, text.PluralSentence)).ToHashSet();

        var unused = Dutch.Entries.Where(entry => !used.Contains((entry.Context, entry.Sentence, entry.PluralSentence)));

        Assert.Empty(unused.Select(entry => $"{Dutch.Name}({entry.Line}): {entry.Sentence}"));
    }

    [Fact]
    public void A_translation_asks_for_everything_that_its_sentence_asks_for()
    {
        var differing = Dutch.Entries.Where(entry => !Asked([entry.Sentence, entry.PluralSentence ?? ""]).SetEquals(Asked(entry.Forms)));

        Assert.Empty(differing.Select(entry => $"{Dutch.Name}({entry.Line}): {entry.Sentence}"));
    }

    [Fact]
    public void English_is_the_sentences_themselves()
    {
        Assert.Empty(English.Entries);
        Assert.Equal("en", English.Headers["Language"]);
        Assert.Equal("en-GB", English.Headers["X-Culture"]);
    }

    [Theory]
    [InlineData("T[\"One\"]", "One")]
    [InlineData("<Field Label=\"@T[\"Two\"]\" />", "Two")]
    [InlineData("_texts[\"Three \" +\n    \"{0}\", name]", "Three {0}")]
    [InlineData("mailTexts.ForCulture(school.Culture(x))[\"A \\\"four\\\"\"]", "A \"four\"")]
    public void The_scan_finds_a_sentence(string source, string sentence)
    {
        var found = Assert.Single(SourceTexts.In("Page.razor", source));

        Assert.Equal(sentence, found.Sentence);
    }

    [Fact]
    public void The_scan_finds_plurals_and_contexts_and_leaves_comments_alone()
    {
        const string Source = """
            // T["not this"]
            T.Plural(list.Count, "{0} parent", "{0} parents")
            T.InContext("mail", "Hello {0}", name)
            """;

        var found = SourceTexts.In("Page.razor", Source);

        Assert.Equal(
            [new("Page.razor(2)", null, "{0} parent", "{0} parents"), new("Page.razor(3)", "mail", "Hello {0}", null)],
            found);
    }

    [Theory]
    [InlineData("T[sentence]")]
    [InlineData("T[$\"Hello {name}\"]")]
    public void The_scan_refuses_a_sentence_that_is_not_a_literal(string source) =>
        Assert.Throws<FormatException>(() => SourceTexts.In("Page.razor", source).ToList());

    private static SortedSet<int> Asked(IEnumerable<string> texts) => [.. texts.SelectMany(text => Placeholders.Of(text) ?? [])];
}
