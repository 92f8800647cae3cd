using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Schools;

/// <summary>The school that a request's path begins with.</summary>
internal sealed record SchoolPath(School School)
{
    /// <summary>The first part of the path.</summary>
    public PathString Base { get; } = new($"/{School.Id}");

    /// <summary>The school of a request, if its path names one.</summary>
    public static SchoolPath? Of(HttpContext context) => context.Features.Get<SchoolPath>();
}
