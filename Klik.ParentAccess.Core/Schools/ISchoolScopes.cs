namespace Klik.ParentAccess.Core.Schools;

/// <summary>Makes scopes that work for one school, for what happens outside requests. One implementation a host.</summary>
public interface ISchoolScopes
{
    /// <summary>Runs work in a scope of its own, in which <see cref="ICurrentSchool"/> is the school.</summary>
    /// <param name="school">The school.</param>
    /// <param name="work">Gets the services of the scope; they end with it.</param>
    Task RunAsync(School school, Func<IServiceProvider, Task> work);
}
