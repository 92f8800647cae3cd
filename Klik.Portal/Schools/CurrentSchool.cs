using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Schools;

/// <summary>Holds the school of a scope; the host sets it when the scope begins.</summary>
internal sealed class CurrentSchool : ICurrentSchool
{
    private School? _school;

    /// <inheritdoc/>
    public School School => _school ?? throw new InvalidOperationException("The scope works for no school.");

    /// <summary>Sets the school. A scope works for one school from beginning to end.</summary>
    /// <exception cref="InvalidOperationException">The scope works for another school already.</exception>
    public void Set(School school)
    {
        if (_school is not null && _school.Id != school.Id)
        {
            throw new InvalidOperationException("The scope works for another school already.");
        }

        _school = school;
    }
}
