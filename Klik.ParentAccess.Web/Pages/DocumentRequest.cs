using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>The request that a document answers; of its scope, so that no request pays for it that is answered otherwise.</summary>
internal sealed class DocumentRequest
{
    private HttpContext? _context;

    /// <summary>The request.</summary>
    /// <exception cref="InvalidOperationException">It was not said which.</exception>
    public HttpContext Context
    {
        get => _context ?? throw new InvalidOperationException("No document is being made.");
        set => _context = value;
    }
}
