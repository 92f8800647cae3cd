using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>A parent's account in memory, with what only the store knows.</summary>
internal sealed record FakeAccount(ParentAccount Account, ExternalLogin Login, DateTimeOffset? WithoutLinksSince);
