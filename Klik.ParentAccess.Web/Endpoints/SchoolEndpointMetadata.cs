namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>Marks an endpoint that belongs to a school; a host answers 404 where a request for it names none.</summary>
public sealed class SchoolEndpointMetadata
{
    /// <summary>The mark.</summary>
    public static SchoolEndpointMetadata Instance { get; } = new();
}
