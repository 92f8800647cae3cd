namespace Klik.ParentAccess.Indexes;

/// <summary>An index of ours that says which document each of its rows is of.</summary>
internal interface IDocumentIndex
{
    long DocumentId { get; }
}
