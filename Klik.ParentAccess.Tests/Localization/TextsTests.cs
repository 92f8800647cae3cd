using System.Globalization;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public class TextsTests
{
    private const string Dutch = """
        msgid ""
        msgstr "Language: nl\nX-Language-Name: Nederlands\nX-Culture: nl-NL\n"
        msgid "Grades"
        msgstr "Cijfers"
        msgid "Average {0:0.0}"
        msgstr "Gemiddeld {0:0.0}"
        msgid "Not yet"
        msgstr ""
        msgctxt "verb"
        msgid "Link"
        msgstr "Koppelen"
        msgid "{0} child of {1}"
        msgid_plural "{0} children of {1}"
        msgstr[0] "{0} kind van {1}"
        msgstr[1] "{0} kinderen van {1}"
        """;

    [Fact]
    public void A_sentence_comes_out_in_the_language_of_the_moment()
    {
        var texts = new Texts(Catalog(Dutch));

        var dutch = In("nl-NL", () => (texts["Grades"], texts["Average {0:0.0}", 7.25], texts.InContext("verb", "Link"), texts.Language.Tag));
        var english = In("en-GB", () => (texts["Grades"], texts["Average {0:0.0}", 7.25], texts.InContext("verb", "Link"), texts.Language.Tag));

        Assert.Equal(("Cijfers", "Gemiddeld 7,3", "Koppelen", "nl"), dutch);
        Assert.Equal(("Grades", "Average 7.3", "Link", "en"), english);
    }

    [Theory]
    [InlineData("nl", 1, "1 kind van Ann")]
    [InlineData("nl", 0, "0 kinderen van Ann")]
    [InlineData("en", 1, "1 child of Ann")]
    [InlineData("en", 2, "2 children of Ann")]
    public void A_number_takes_its_form(string tag, long count, string expected)
    {
        var texts = Catalog(Dutch).Nearest(CultureInfo.GetCultureInfo(tag));

        Assert.Equal(expected, texts.Plural(count, "{0} child of {1}", "{0} children of {1}", "Ann"));
    }

    [Fact]
    public void What_is_not_translated_comes_out_as_the_sentence()
    {
        var texts = new Texts(Catalog(Dutch));

        var (untranslated, unknown, filled) = In("nl", () => (texts["Not yet"], texts["Unknown"], texts["Unknown {0}", 1.5]));

        Assert.Equal(("Not yet", "Unknown", "Unknown 1,5"), (untranslated, unknown, filled));
    }

    [Fact]
    public void A_mail_speaks_the_language_it_is_asked_in_whoever_sends_it()
    {
        var texts = new Texts(Catalog(Dutch));

        var text = In("en", () => texts.ForCulture(CultureInfo.GetCultureInfo("nl"))["Average {0:0.0}", 7.25]);

        Assert.Equal("Gemiddeld 7,3", text);
    }

    [Fact]
    public void A_file_in_the_folder_adds_a_language_and_changes_a_sentence_without_code()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.po", "msgid \"\"\nmsgstr \"Language: fy\\nX-Language-Name: Frysk\\n\"\nmsgid \"Language\"\nmsgstr \"Taal (fy)\"");
        folder.Write("nl-BE.po", "msgid \"Language\"\nmsgstr \"Taal (be)\"");
        folder.Write("en.po", "msgid \"Language\"\nmsgstr \"Language (school)\"");

        var catalog = new TextCatalog(TextFiles.Read([], folder.Path));

        Assert.Contains(catalog.Languages, language => language is { Tag: "fy", Name: "Frysk" });
        Assert.Contains(catalog.Languages, language => language is { Tag: "nl", Name: "Nederlands" });
        Assert.Equal("Taal (fy)", catalog.Nearest(CultureInfo.GetCultureInfo("fy-NL"))["Language"]);
        Assert.Equal("Taal (be)", catalog.Nearest(CultureInfo.GetCultureInfo("nl-BE"))["Language"]);
        Assert.Equal("Language (school)", catalog.Nearest(CultureInfo.GetCultureInfo("en-GB"))["Language"]);
    }

    [Fact]
    public void A_regional_language_says_what_the_wider_one_says_where_it_is_silent()
    {
        var catalog = Catalog(Dutch, "msgid \"\"\nmsgstr \"Language: nl_BE\\n\"\nmsgid \"Other\"\nmsgstr \"Ander\"");

        Assert.Equal("Cijfers", catalog.Nearest(CultureInfo.GetCultureInfo("nl-BE"))["Grades"]);
    }

    [Fact]
    public void A_broken_file_in_the_folder_stops_the_start_and_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("fy.po", "msgid \"Language\"\nmsgstr \"Taal");

        var refused = Assert.Throws<PoFormatException>(() => new TextCatalog(TextFiles.Read([], folder.Path)));

        Assert.StartsWith($"{System.IO.Path.Combine(folder.Path, "fy.po")}(2): ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_names_no_language_is_refused() =>
        Assert.Throws<PoFormatException>(() => Catalog("msgid \"\"\nmsgstr \"Language: no language\\n\""));

    [Fact]
    public void Looking_up_a_text_allocates_nothing()
    {
        var texts = new Texts(Catalog(Dutch));

        var allocated = In("nl", () =>
        {
            _ = texts["Grades"];
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                _ = texts["Grades"];
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
    }

    private static TextCatalog Catalog(params string[] files) => new(files.Select((text, index) => PoFile.Read($"{index}.po", text)));

    private static TResult In<TResult>(string culture, Func<TResult> act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
