using System.Text;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Tests.Localization;

[Trait("Rule", "P8")]
public class PoFileTests
{
    [Fact]
    public void A_file_is_read_with_comments_contexts_plurals_and_texts_over_several_lines()
    {
        var file = PoFile.Read("x.po", """
            # Ours.
            msgid ""
            msgstr ""
            "Language: nl\n"
            "plural-forms: nplurals=2; plural=n != 1;\n"

            #. For the translator.
            #: Page.razor:3
            msgctxt "mail"
            msgid ""
            "Hello "
            "{0}\n"
            msgstr "Dag \"{0}\"\t\\ \x41\101"
              msgid"{0} parent"
            msgid_plural "{0} parents"

            msgstr[0] "{0} ouder"
            # In between.
            msgstr[1] "{0} ouders"
            #~ msgid "Gone"
            #~ msgstr "Weg"
            """.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal("nl", file.Headers["language"]);
        Assert.Collection(
            file.Entries,
            entry => Assert.Equal(("mail", "Hello {0}\n", "Dag \"{0}\"\t\\ AA"), (entry.Context, entry.Sentence, entry.Forms.Single())),
            entry => Assert.Equal(("{0} parent", "{0} parents", "{0} ouder|{0} ouders"), (entry.Sentence, entry.PluralSentence, string.Join('|', entry.Forms))));
    }

    [Fact]
    public void A_fuzzy_text_counts_as_not_translated_and_an_obsolete_one_marks_nothing()
    {
        var file = PoFile.Read("x.po", """
            #, fuzzy
            msgid "One"
            msgstr "Een?"
            #, c-sharp-format, fuzzy
            #~ msgid "Gone"
            #~ msgstr "Weg"

            msgid "Two"
            msgstr "Twee"
            """);

        Assert.Equal("Two", Assert.Single(file.Entries).Sentence);
    }

    [Theory]
    [InlineData(2, "msgid \"a\"\nmsgstr \"b", "closing double quote")]
    [InlineData(1, "msgid \"a\" b\"\nmsgstr \"c\"", "more after the closing")]
    [InlineData(1, "msgid a\nmsgstr \"c\"", "double quotes")]
    [InlineData(3, "\n# x\nmsgstr \"c\"", "msgid")]
    [InlineData(3, "msgid \"a\"\n\nmsgid \"b\"", "msgstr")]
    [InlineData(1, "msgid \"a\"", "msgstr")]
    [InlineData(2, "msgid \"a\"\nmsgid_plural \"b\"", "msgstr[0]")]
    [InlineData(1, "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"", "plural forms")]
    [InlineData(2, "msgid \"a\"\nmsgstr \"\\q\"", "escape")]
    [InlineData(2, "msgid \"a\"\nmsgstr \"\\xC3\"", "UTF-8")]
    [InlineData(2, "msgid \"a\"\nmsgstr \"b\\\"", "closing double quote")]
    [InlineData(4, "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", "line 1")]
    [InlineData(1, "msgid \"Hello {0}\"\nmsgstr \"Dag {1}\"", "{1}")]
    [InlineData(1, "msgid \"Hello {0}\"\nmsgstr \"Dag {0\"", "braces")]
    [InlineData(1, "msgid \"\"\nmsgstr \"Language nl\\n\"", "Name: value")]
    [InlineData(1, "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"", "UTF-8")]
    [InlineData(1, "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n;\\n\"", "Plural-Forms")]
    [InlineData(1, "<<<<<<< HEAD", "msgid")]
    public void A_broken_file_is_refused_with_its_name_and_line(int line, string text, string problem)
    {
        var refused = Assert.Throws<PoFormatException>(() => PoFile.Read("fy.po", text));

        Assert.Equal(line, refused.Line);
        Assert.StartsWith($"fy.po({line}): ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_its_line()
    {
        var latin1 = new MemoryStream(Encoding.Latin1.GetBytes("msgid \"a\"\nmsgstr \"één\"\n"));

        var refused = Assert.Throws<PoFormatException>(() => PoFile.Read("x.po", latin1));

        Assert.Equal(2, refused.Line);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text()
    {
        var file = PoFile.Read("x.po", new MemoryStream([0xEF, 0xBB, 0xBF, .. "msgid \"a\"\nmsgstr \"b\""u8]));

        Assert.Equal("a", Assert.Single(file.Entries).Sentence);
    }
}
