using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Sends bytes as they are and reads the answer to its end.</summary>
internal static class Wire
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>One request on a connection of its own.</summary>
    /// <param name="server">Where the portal listens.</param>
    /// <param name="from">The address of this machine to send from, so that no limit for one address shields the portal.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<WireAnswer> SendAsync(IPEndPoint server, IPAddress from, BadRequest request, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        var started = Stopwatch.GetTimestamp();
        await socket.ConnectAsync(server, cancellationToken);
        var head = new byte[16_384];
        var status = 0;
        try
        {
            await socket.SendAsync(request.Bytes, cancellationToken);
            if (!request.IsWhole && !await AnswersAsync(socket))
            {
                // More could come: the server waits for it until it hears that there is no more.
                started = Stopwatch.GetTimestamp();
                socket.Shutdown(SocketShutdown.Send);
            }

            for (int count; (count = await socket.ReceiveAsync(head, cancellationToken)) > 0;)
            {
                if (status == 0)
                {
                    _ = int.TryParse(Encoding.ASCII.GetString(head, 0, Math.Min(count, 12)).Split(' ')[^1], out status);
                    if (!request.IsWhole)
                    {
                        socket.Shutdown(SocketShutdown.Send);
                    }
                }
            }
        }
        catch (SocketException)
        {
            // The server hung up on nonsense.
        }

        return new WireAnswer(status, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<bool> AnswersAsync(Socket socket)
    {
        for (var waited = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(waited) < Pause;)
        {
            if (socket.Poll(0, SelectMode.SelectRead))
            {
                return true;
            }

            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        return false;
    }
}
