namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Beside nothing else: answers are timed here.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BadInputGroup
{
    public const string Name = "bad input";
}
