namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>A square of squares, each filled or not: a QR code without its margin.</summary>
/// <param name="Side">How many squares are in a row.</param>
/// <param name="Runs">The filled ones: in which row (from the top), from which column, how many.</param>
internal sealed record SquareMatrix(int Side, IReadOnlyList<(int Row, int First, int Length)> Runs);
