using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>A translated text, ready to be filled in.</summary>
internal sealed class TranslatedForm
{
    private readonly CompositeFormat? _format;

    public TranslatedForm(string text)
    {
        Text = text;
        try
        {
            _format = CompositeFormat.Parse(text);
        }
        catch (FormatException)
        {
            // A text with loose braces, which the reader lets pass only where the sentence has them too: it is said as it stands.
        }
    }

    public string Text { get; }

    public string Fill(CultureInfo culture, ReadOnlySpan<object?> values) =>
        values.IsEmpty || _format is null ? Text : string.Format(culture, _format, values);
}
