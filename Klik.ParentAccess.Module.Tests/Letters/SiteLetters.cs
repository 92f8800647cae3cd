using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The Orchard host, with one school for all tests of letters.</summary>
internal sealed class SiteLetters(RunningHost host) : ILetterHost
{
    public IEnumerable<string> Logged => host.Log.Lines.Select(line => line.Text);

    public void SkipUnlessThere()
    {
        if (host is PostgresHost)
        {
            PostgresDatabase.SkipUnlessThere();
        }
    }

    public async Task<ILetterSchool> NewSchoolAsync() => new SiteLetterSchool(await LetterSchools.SetUpAsync(host));

    public Task<ILetterSchool> OtherSchoolAsync() => Task.FromResult<ILetterSchool>(new SiteLetterSchool(new SiteSchool(host, "South", "/south")));
}
