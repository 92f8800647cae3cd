using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>The mail of a site while something breaks.</summary>
internal static class MailingSite
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Mail leaves all the time, as on a site where it is always a full minute.</summary>
    public static async Task MailAsync(this SiteSchool school, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Record.ExceptionAsync(() => school.InSiteAsync(services => services.GetRequiredService<SendOutbox>().ExecuteAsync(Cancel)));
            await Task.Delay(20, Cancel);
        }
    }

    /// <summary>Waits until the site's own background task has sent everything.</summary>
    public static async Task UntilMailedAsync(this SiteSchool school)
    {
        var waiting = -1;
        for (var i = 0; i < 300 && waiting != 0; i++)
        {
            await Task.Delay(500, Cancel);
            await school.InSiteAsync(async services =>
            {
                var database = services.GetRequiredService<TenantDatabase>();
                waiting = await database.CountAsync($"SELECT COUNT(*) FROM {database.Outbox}", Cancel);
            });
        }

        Assert.Equal(0, waiting);
    }
}
