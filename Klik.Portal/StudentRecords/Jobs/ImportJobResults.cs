using System.Text.Json;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>Keeps a result as text.</summary>
internal static class ImportJobResults
{
    public static string Write(ImportResult result) => JsonSerializer.Serialize(result, result.GetType());

    public static ImportResult? Read(ImportJobState state, string? text) => (state, text) switch
    {
        (_, null) => null,
        (ImportJobState.Imported, _) => JsonSerializer.Deserialize<ImportResult.Imported>(text),
        (ImportJobState.Broken, _) => JsonSerializer.Deserialize<ImportResult.Broken>(text),
        _ => null,
    };
}
