using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

public sealed class LetterStoreInMemoryTests(MemoryStoreHost host) : LetterStoreConformance(host), IClassFixture<MemoryStoreHost>;
