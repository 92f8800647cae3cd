using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

public sealed class LetterListsInMemoryTests(MemoryStoreHost host) : LetterListConformance(host), IClassFixture<MemoryStoreHost>;
