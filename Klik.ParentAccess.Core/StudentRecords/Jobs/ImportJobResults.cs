using System.Text.Json;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>Writes a result as the text that a store keeps. Nothing in it is about a person: refused rows are named by file and line.</summary>
public static class ImportJobResults
{
    /// <summary>The text of a result; null for none.</summary>
    public static string? Write(ImportResult? result) => result is null ? null : JsonSerializer.Serialize(result, result.GetType());

    /// <summary>The result that a text stands for; null for a state that has none.</summary>
    public static ImportResult? Read(ImportJobState state, string? text) => (state, text) switch
    {
        (_, null) => null,
        (ImportJobState.Imported, _) => JsonSerializer.Deserialize<ImportResult.Imported>(text),
        (ImportJobState.Broken, _) => JsonSerializer.Deserialize<ImportResult.Broken>(text),
        _ => null,
    };
}
