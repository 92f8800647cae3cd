using Klik.ParentAccess.Module.Tests.Host;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The student's letter on SQLite.</summary>
[Collection<LetterSchools>]
public sealed class ProfileLetterTests(RunningHost host) : SharedProfileLetterTests(host);
