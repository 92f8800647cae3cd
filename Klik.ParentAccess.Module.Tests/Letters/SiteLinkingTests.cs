using Klik.ParentAccess.Module.Tests.Host;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The way from a letter to the linked child on SQLite.</summary>
[Collection<LetterSchools>]
public sealed class SiteLinkingTests(RunningHost host) : SharedLinkingTests(host);
