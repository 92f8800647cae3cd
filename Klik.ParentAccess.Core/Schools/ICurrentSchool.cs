namespace Klik.ParentAccess.Core.Schools;

/// <summary>The school that the present scope (a request, a background job) works for. Given by the host.</summary>
public interface ICurrentSchool
{
    /// <summary>The school.</summary>
    /// <exception cref="InvalidOperationException">The scope works for no school.</exception>
    School School { get; }
}
