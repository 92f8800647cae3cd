using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>The payload of an ID token. Names may not come twice: two readers could each take another one.</summary>
internal sealed class IdTokenClaims
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonElement _root;

    private IdTokenClaims(JsonElement root) => _root = root;

    /// <summary>Reads the payload of a token whose signature may not have been checked yet.</summary>
    /// <returns>Null if it is no JSON object with unique names.</returns>
    public static IdTokenClaims? Read(JsonWebToken token)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload), Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new IdTokenClaims(document.RootElement.Clone()) : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A claim as text: a string, or true, false or a number as JSON writes them; null for anything else.</summary>
    public string? Text(string name) => _root.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    /// <summary>A claim that must be a JSON string.</summary>
    public string? String(string name) =>
        _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A point in time in whole or broken seconds since 1970; null if absent or out of reach.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!_root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds))
        {
            return null;
        }

        return seconds is >= 0 and < 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
    }

    /// <summary>Whether the claim is there at all, in whatever form.</summary>
    public bool Has(string name) => _root.TryGetProperty(name, out _);
}
