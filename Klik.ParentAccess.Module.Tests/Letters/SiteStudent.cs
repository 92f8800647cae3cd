namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>A student of a site that an import brought, with a user.</summary>
internal sealed record SiteStudent(string Id, string Name, string UserName);
