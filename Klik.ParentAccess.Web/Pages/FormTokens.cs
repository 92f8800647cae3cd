using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>The antiforgery token for the forms of a document; made once a request, when the first form asks.</summary>
internal sealed class FormTokens(DocumentRequest request, IAntiforgery antiforgery) : AntiforgeryStateProvider
{
    /// <inheritdoc/>
    public override AntiforgeryRequestToken? GetAntiforgeryToken()
    {
        var tokens = antiforgery.GetAndStoreTokens(request.Context);
        return tokens.RequestToken is { } token ? new AntiforgeryRequestToken(token, tokens.FormFieldName) : null;
    }
}
