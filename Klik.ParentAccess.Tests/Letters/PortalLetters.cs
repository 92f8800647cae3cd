using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The portal, with a school of its own for each test.</summary>
internal sealed class PortalLetters(RunningPortal portal) : ILetterHost
{
    public IEnumerable<string> Logged => portal.Log.Lines.Select(line => line.Text);

    public async Task<ILetterSchool> NewSchoolAsync() => new PortalLetterSchool(await portal.NewSchoolAsync());

    public Task<ILetterSchool> OtherSchoolAsync() => NewSchoolAsync();
}
