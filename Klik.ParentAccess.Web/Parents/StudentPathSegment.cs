using System.Globalization;
using System.Text;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>
/// A student's id as one segment of a path. Percent-encoding alone does not carry every id: servers leave <c>%2F</c> as it is,
/// and browsers take <c>.</c> and <c>..</c> for directions. Such signs are written as <c>~</c> and four hexadecimal digits.
/// </summary>
internal static class StudentPathSegment
{
    private const char Mark = '~';
    private const int Digits = 4;

    /// <summary>The id as it stands in a link.</summary>
    public static string Of(StudentId student)
    {
        var id = student.Value;
        var onlyDots = id.AsSpan().TrimStart('.').IsEmpty;
        var marked = new StringBuilder(id.Length);
        foreach (var sign in id)
        {
            if (sign is '/' or '\\' or '%' or Mark || (sign == '.' && onlyDots) || char.IsSurrogate(sign))
            {
                marked.Append(Mark).Append(((int)sign).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                marked.Append(sign);
            }
        }

        return Uri.EscapeDataString(marked.ToString());
    }

    /// <summary>Reads a segment that the server has unescaped.</summary>
    public static bool TryParse(string? segment, out StudentId student)
    {
        var id = new StringBuilder(segment?.Length ?? 0);
        for (var at = 0; at < segment?.Length; at++)
        {
            if (segment[at] == Mark && at + Digits < segment.Length
                && ushort.TryParse(segment.AsSpan(at + 1, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                id.Append((char)code);
                at += Digits;
            }
            else
            {
                id.Append(segment[at]);
            }
        }

        return StudentId.TryParse(id.ToString(), out student);
    }
}
