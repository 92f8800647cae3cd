using System.Net;
using Klik.ParentAccess.Module.Tests.Host;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The file of a PDF of letters, which has everybody's code in it, at a tenant that is loaded anew at any time.</summary>
[Trait("Rule", "L1")]
[Trait("Rule", "I13")]
[Collection<LetterSchools>]
public sealed class LetterPdfFileTests(RunningHost host)
{
    private string Folder => Path.Combine(host.FolderOf(LetterSchools.Tenant), "Klik.ParentAccess.Letters");

    [Fact]
    public async Task A_PDF_is_the_hosts_alone_and_gone_when_deleted()
    {
        var school = await LetterSchools.SetUpAsync(host);
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var ready = await administrator.MakeAsync();
        var files = Directory.GetFiles(Folder);
        var modes = OperatingSystem.IsWindows() ? [] : files.Select(File.GetUnixFileMode).ToList();

        var deleted = await administrator.SubmitAsync(ready, LetterScreen.Path, ("do", "delete"));
        var asked = await administrator.OpenAsync(LetterScreen.PdfOf(ready));

        Assert.Single(files, file => Path.GetExtension(file) == ".pdf");
        Assert.All(modes, mode => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode));
        Assert.Contains("The PDF is deleted", LetterScreen.Said(deleted), StringComparison.Ordinal);
        Assert.Contains("This PDF is not there any more", LetterScreen.Said(asked), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task A_PDF_is_still_there_when_a_setting_was_changed()
    {
        var school = await LetterSchools.SetUpAsync(host);
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var ready = await administrator.MakeAsync();

        await school.RestartAsync();
        using var download = await administrator.RequestAsync(HttpMethod.Get, LetterScreen.PdfOf(ready));
        var after = await administrator.OpenAsync(LetterScreen.Path);

        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        Assert.Equal(LetterScreen.PdfOf(ready), LetterScreen.PdfOf(after));
    }

    [Fact]
    public async Task Turning_the_feature_off_deletes_the_PDF_and_the_letters_stay()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var student = await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        await administrator.MakeAsync();

        await SwitchAsync(school, (features, letters) => features.DisableFeaturesAsync(letters, force: true));
        var off = await administrator.OpenAsync(LetterScreen.Path);
        var left = Directory.GetFiles(Folder);
        await SwitchAsync(school, (features, letters) => features.EnableFeaturesAsync(letters, force: true));
        var on = await administrator.SearchAsync(student.Name);

        Assert.Equal(HttpStatusCode.NotFound, off.Status);
        Assert.Empty(left);
        Assert.Contains("Withdraw", LetterScreen.Said(on), StringComparison.Ordinal);
    }

    private static Task SwitchAsync(SiteSchool school, Func<IShellFeaturesManager, IEnumerable<OrchardCore.Environment.Extensions.Features.IFeatureInfo>, Task> change) =>
        school.InSiteAsync(async services =>
        {
            var features = services.GetRequiredService<IShellFeaturesManager>();
            await change(features, [.. (await features.GetAvailableFeaturesAsync()).Where(feature => feature.Id == Features.Letters)]);
        });
}
