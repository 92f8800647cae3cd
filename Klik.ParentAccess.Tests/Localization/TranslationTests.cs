using System.Reflection;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public partial class TranslationTests
{
    private const string Web = "Klik.ParentAccess.Web";
    private const string Portal = "Klik.Portal";

    private static readonly PoFile English = FilesOf(Web).Single(file => file.Name == "en.po");

    [Theory]
    [InlineData(Web)]
    [InlineData(Portal)]
    public void Every_sentence_in_the_source_has_a_Dutch_translation(string room)
    {
        // A host also says what the product says.
        var translated = new[] { Web, room }.Distinct().SelectMany(one => DutchOf(one).Entries)
            .Where(entry => entry.IsTranslated)
            .Select(Key)
            .ToHashSet();

        var texts = SourceTexts.Of(room).ToList();
        var missing = texts.Where(text => !translated.Contains(Key(text)));

        Assert.NotEmpty(texts);
        Assert.Empty(missing.Select(text => $"{text.Place}: {text.Sentence}"));
    }

    [Theory]
    [InlineData(Web)]
    [InlineData(Portal)]
    public void No_Dutch_translation_is_left_of_a_sentence_that_is_gone(string room)
    {
        var used = SourceTexts.Of(room).Select(Key).ToHashSet();

        var unused = DutchOf(room).Entries.Where(entry => !used.Contains(Key(entry)));

        Assert.Empty(unused.Select(entry => $"{room}, nl.po({entry.Line}): {entry.Sentence}"));
    }

    [Fact]
    public void A_host_does_not_say_a_sentence_of_the_product_otherwise()
    {
        var product = DutchOf(Web).Entries.ToDictionary(Key, entry => entry.Forms);

        var otherwise = DutchOf(Portal).Entries.Where(entry => product.TryGetValue(Key(entry), out var forms) && !forms.SequenceEqual(entry.Forms));

        Assert.Empty(otherwise.Select(entry => $"nl.po({entry.Line}): {entry.Sentence}"));
    }

    [Theory]
    [InlineData(Web)]
    [InlineData(Portal)]
    public void A_translation_asks_for_everything_that_its_sentence_asks_for(string room)
    {
        var differing = DutchOf(room).Entries.Where(entry => !Asked([entry.Sentence, entry.PluralSentence ?? ""]).SetEquals(Asked(entry.Forms)));

        Assert.Empty(differing.Select(entry => $"{room}, nl.po({entry.Line}): {entry.Sentence}"));
    }

    [Fact]
    public void Only_students_are_addressed_as_je()
    {
        // Students and staff share a part of the sign-in page; the letter's page has what a student can do with it.
        string[] forStudents = ["Profile", "Invite", "InvitationCard.", "LinkedParentCard.", "WithdrawPage.", "LetterCard.", "FreeSeatPage.", "RevokeLetterPage.", "SignInPage."];
        var familiar = DutchOf(Web).Entries.Where(entry => entry.Forms.Any(form => Familiar().IsMatch(form))).Select(Key).ToHashSet();

        var said = SourceTexts.Of(Web).Where(text => familiar.Contains(Key(text))).ToList();

        Assert.NotEmpty(said);
        Assert.All(said, text => Assert.Contains(forStudents, page => text.Place.StartsWith(page, StringComparison.Ordinal)));
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

    [GeneratedRegex(@"\b(je|jij|jou|jouw)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Familiar();

    private static IEnumerable<PoFile> FilesOf(string room) => TextFiles.EmbeddedIn(Assembly.Load(room));

    private static PoFile DutchOf(string room) => FilesOf(room).Single(file => file.Name == "nl.po");

    private static (string?, string, string?) Key(PoEntry entry) => (entry.Context, entry.Sentence, entry.PluralSentence);

    private static (string?, string, string?) Key(SourceText text) => (text.Context, text.Sentence, text.PluralSentence);

    private static SortedSet<int> Asked(IEnumerable<string> texts) => [.. texts.SelectMany(text => Placeholders.Of(text) ?? [])];
}
