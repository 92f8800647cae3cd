using Klik.ParentAccess.Core.Letters.Pdf;
using QRCoder;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Makes QR codes (error correction M) as squares to draw.</summary>
internal static class QrSquares
{
    /// <summary>The margin that must stay white around a code, in squares (ISO/IEC 18004).</summary>
    public const int QuietZone = 4;

    /// <summary>Makes the code of a text.</summary>
    public static SquareMatrix Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // QRCoder gives the margin along with the code.
        var side = data.ModuleMatrix.Count - (2 * QuietZone);
        var runs = new List<(int Row, int First, int Length)>(side * side / 4);
        for (var row = 0; row < side; row++)
        {
            var squares = data.ModuleMatrix[row + QuietZone];
            for (var column = 0; column < side; column++)
            {
                var first = column;
                while (column < side && squares[column + QuietZone])
                {
                    column++;
                }

                if (column > first)
                {
                    runs.Add((row, first, column - first));
                }
            }
        }

        return new SquareMatrix(side, runs);
    }
}
