namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Runs after the other tests, by itself: they would be measured along with it.</summary>
[CollectionDefinition(nameof(LettersAlone), DisableParallelization = true)]
public sealed class LettersAlone;
