using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

public sealed class LetterSeatsInMemoryTests(MemoryStoreHost host) : LetterSeatConformance(host), IClassFixture<MemoryStoreHost>;
