using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Portal;
using OrchardCore.ContentManagement;
using YesSql;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Module.Tests.Leaks;

/// <summary>
/// A parent with two children in a school that has every feature on: invited and named by the one, invited again and renamed by the
/// other, and a third invitation that waits; and a parent of one of them by letter. Everything of them is like nothing else, so that
/// it is found wherever it is.
/// </summary>
internal sealed class Household : IDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static Household? _present;

    private Household(SiteSchool school, SiteVisitor parent) => (School, Parent) = (school, parent);

    public SiteSchool School { get; }

    public SiteVisitor Parent { get; }

    /// <summary>Where the parent's mail goes.</summary>
    public const string Address = "kanarievogel.zq7xh2mw9kd@gmail.com";

    public const string PendingAddress = "wachtende.kanarie.wv3kt8rzx5m@voorbeeld.example";
    public const string PendingName = "Kwetterende Wachter";

    /// <summary>By the second invitation; administrators see it.</summary>
    public const string UserName = "Zilverkanarie Fluitersma";

    /// <summary>By the first.</summary>
    public const string FormerName = "Goudkanarie Tjilpstra";

    /// <summary>Of the parent by letter; administrators see it too.</summary>
    public const string LetterUserName = "Vinkentouw Snavelman";

    public const string LetterAddress = "rietvink.pk4zt9hw2qd@gmail.com";

    /// <summary>The user names of the children, who are the only ones with access to give.</summary>
    public required IReadOnlyList<string> Children { get; init; }

    public required string ParentId { get; init; }

    public required string LetterParentId { get; init; }

    /// <summary>The content item of the invitation that waits.</summary>
    public required string InvitationItemId { get; init; }

    /// <summary>The content item of a child's letter.</summary>
    public required string LetterItemId { get; init; }

    /// <summary>The activation code of a letter, which is stored nowhere.</summary>
    public required string LetterCode { get; init; }

    /// <summary>The secret of the waiting invitation's link.</summary>
    public required string Secret { get; init; }

    /// <summary>What the provider calls the parent.</summary>
    public static string Subject => Persona.Gmail(Address).Subject!;

    /// <summary>What is nowhere to be found. The user name is not among it, nor is anything of the children themselves.</summary>
    public IReadOnlyList<string> Canaries =>
        ["kanarievogel", "zq7xh2mw9kd", "wachtende.kanarie", "wv3kt8rzx5m", "Kwetterende", "Goudkanarie", Subject, Secret, LetterCode,
            "rietvink", "pk4zt9hw2qd", Persona.Gmail(LetterAddress).Subject!];

    /// <summary>The one household of this run.</summary>
    public static async Task<Household> InAsync(RunningHost host)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _present ??= await CreateAsync(host);
            return _present;
        }
        finally
        {
            Gate.Release();
        }
    }

    public void Dispose() => Parent.Dispose();

    private static async Task<Household> CreateAsync(RunningHost host)
    {
        await EverythingOn.SetUpAsync(host);
        var school = new SiteSchool(host, EverythingOn.Tenant, EverythingOn.Prefix);
        var (first, firstName) = await school.NewStudentAsync();
        var (second, secondName) = await school.NewStudentAsync();
        using (first)
        using (second)
        {
            (await school.NewParentAsync(first, FormerName, Address)).Dispose();
            var parent = await school.NewParentAsync(second, UserName, Address);
            var overview = await parent.OpenAsync("/parents");
            await parent.OpenAsync(overview.LinkTo("/parents/students/"));
            await first.InvitesAsync(PendingName, PendingAddress);
            var secret = (await host.InvitationLinkAsync(PendingAddress, EverythingOn.Tenant)).Split('#')[1];
            var code = "";
            await school.InSiteAsync(async services =>
            {
                var letters = services.GetRequiredService<MakeLetters>().ExecuteAsync(new LetterSelection.WholeSchool(), LetterChoice.All, "nl", TestContext.Current.CancellationToken);
                await foreach (var made in letters)
                {
                    code = made.Code.Text;
                }
            });
            using (var byLetter = school.NewVisitor())
            {
                byLetter.Plan = Persona.Gmail(LetterAddress);
                Assert.EndsWith("/parents/settings", (await byLetter.RegisterByLetterAsync(code, LetterUserName)).Address.AbsolutePath, StringComparison.Ordinal);
            }

            (ContentItem? Invitation, ContentItem? Letter) items = default;
            await school.InSiteAsync(async services =>
            {
                var session = services.GetRequiredService<ISession>();
                items = (
                    await session.Query<ContentItem, InvitationPartIndex>().FirstOrDefaultAsync(),
                    await session.Query<ContentItem, LetterPartIndex>().FirstOrDefaultAsync());
            });
            return new Household(school, parent)
            {
                Children = [firstName, secondName],
                ParentId = (await school.UserAsync(UserName))!.UserId,
                LetterParentId = (await school.UserAsync(LetterUserName))!.UserId,
                InvitationItemId = items.Invitation!.ContentItemId,
                LetterItemId = items.Letter!.ContentItemId,
                LetterCode = code,
                Secret = secret,
            };
        }
    }
}
