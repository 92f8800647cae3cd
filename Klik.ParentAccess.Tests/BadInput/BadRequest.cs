using System.Text;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>One broken or hostile request.</summary>
/// <param name="Number">With which it can be made again.</param>
/// <param name="Bytes">What goes over the wire.</param>
/// <param name="IsWhole">Whether a server can know that no more comes.</param>
internal sealed record BadRequest(int Number, byte[] Bytes, bool IsWhole)
{
    /// <summary>The beginning, readable.</summary>
    public override string ToString() =>
        $"case {Number}: {string.Concat(Encoding.Latin1.GetString(Bytes, 0, Math.Min(Bytes.Length, 1_500)).Select(letter => letter is '\n' ? "\\n" : char.IsControl(letter) ? "" : letter.ToString()))}";
}
