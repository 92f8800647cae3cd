using System.Globalization;
using System.Text;

namespace Klik.Portal.Mail;

/// <summary>Commands out and answers in, with a bound on what a server can make us read.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>Says something and hears the answer.</summary>
    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await HearAsync(cancellationToken);
    }

    /// <summary>Hears an answer, of one line or several.</summary>
    /// <exception cref="IOException">The connection is gone, or this is no answer.</exception>
    public async Task<SmtpReply> HearAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code < 200)
            {
                throw new IOException("This is no mail server's answer.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new IOException("The answer has too many lines.");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = _buffer.AsSpan(0, _length).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, 0, end).TrimEnd('\r');
                _length -= end + 1;
                _buffer.AsSpan(end + 1, _length).CopyTo(_buffer);
                return line;
            }

            var read = _length == _buffer.Length ? 0 : await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The connection has ended, or the line has no end.");
            }

            _length += read;
        }
    }
}
