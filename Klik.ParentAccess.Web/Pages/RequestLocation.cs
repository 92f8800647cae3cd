using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>Where a document is; the renderer leads a form without a target back there. Read only when there is such a form.</summary>
internal sealed class RequestLocation(DocumentRequest document) : NavigationManager
{
    /// <inheritdoc/>
    protected override void EnsureInitialized()
    {
        var request = document.Context.Request;
        var root = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase);
        Initialize(root.EndsWith('/') ? root : root + "/", request.GetEncodedUrl());
    }
}
