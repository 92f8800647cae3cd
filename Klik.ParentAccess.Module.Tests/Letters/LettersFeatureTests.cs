using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.Tasks;

namespace Klik.ParentAccess.Module.Tests.Letters;

[Collection<SqliteSites>]
public sealed class LettersFeatureTests(SqliteSiteHost host) : SiteTests(host)
{
    private static readonly DateTimeOffset Tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);

    [Fact, Trait("Rule", "O1")]
    public async Task Without_the_feature_there_are_no_letters_and_with_it_they_are_there_again()
    {
        await AddAsync(Emma);

        await host.SwitchFeatureAsync(School, Features.Letters, on: false);
        var isThere = await InSiteAsync(services => Task.FromResult(services.GetService<ILetters>() is not null));
        await host.SwitchFeatureAsync(School, Features.Letters, on: true);

        Assert.False(isThere);
        Assert.Null((await LetterOfAsync(Emma))?.Letter.RevokedAt);
        Assert.NotNull(await LetterOfAsync(Emma));
    }

    [Fact, Trait("Rule", "I4")]
    public async Task Consent_that_is_withdrawn_while_the_feature_is_off_revokes_the_letter_it_came_through()
    {
        var withdrawn = await UseAsync(await AddAsync(Emma), "jan");
        await UseAsync(await AddAsync(Daan), "els");

        await host.SwitchFeatureAsync(School, Features.Letters, on: false);
        var hasEnded = await WithdrawAsync(withdrawn);
        await host.SwitchFeatureAsync(School, Features.Letters, on: true);

        Assert.True(hasEnded);
        Assert.NotNull((await LetterOfAsync(Emma))?.Letter.RevokedAt);
        Assert.Null((await LetterOfAsync(Daan))?.Letter.RevokedAt);
    }

    [Fact, Trait("Rule", "L3")]
    public async Task A_letter_goes_on_for_the_imported_student_who_takes_the_place_of_a_user()
    {
        var letter = await AddAsync(Emma);

        await SucceedAsync();

        Assert.Equal(letter.Id, (await LetterOfAsync(Daan))?.Letter.Id);
        Assert.Null(await LetterOfAsync(Emma));
    }

    [Fact, Trait("Rule", "L3")]
    public async Task The_letter_that_the_imported_student_has_goes_before()
    {
        await AddAsync(Emma);
        var letter = await AddAsync(Daan);

        await SucceedAsync();

        Assert.Equal(letter.Id, (await LetterOfAsync(Daan))?.Letter.Id);
        Assert.Null(await LetterOfAsync(Emma));
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Letters_long_expired_and_old_counts_of_attempts_go()
    {
        var key = new AttemptKey("account:old", TimeSpan.FromDays(1));
        await AddAsync(Emma, Now);
        await AddAsync(Daan);
        await using (var scope = Host.BeginScope(School))
        {
            await scope.ServiceProvider.GetRequiredService<IAttemptCounters>().TryAddAsync(new AttemptCount(key, 0, null), [], Now, Cancel);
        }

        await using (var scope = Host.BeginScope(School))
        {
            await new LetterErasureTask().DoWorkAsync(scope.ServiceProvider, Cancel);
            await new ErasureTask().DoWorkAsync(scope.ServiceProvider, Cancel);
        }

        Assert.Null(await LetterOfAsync(Emma));
        Assert.NotNull(await LetterOfAsync(Daan));
        await using var after = Host.BeginScope(School);
        Assert.Equal(0, (await after.ServiceProvider.GetRequiredService<IAttemptCounters>().ReadAsync([key], Now, Cancel))[0].Attempts);
    }

    private async Task<Letter> AddAsync(StudentId student, DateTimeOffset? expiresAt = null)
    {
        var letter = new Letter(NewId(), student, 1, 1, new CodeHash($"code of {student}"), 2, 0, 0, Now, expiresAt ?? Tomorrow, null);
        Assert.True(await CommitAsync(work => work.Letters.TryAddAsync(letter, Cancel)));
        return letter;
    }

    private async Task<Link> UseAsync(Letter letter, string parent)
    {
        var account = await NewAccountAsync(parent, parent);
        var link = NewLink(account.Id, letter.StudentId) with { Origin = LinkOrigin.Letter };
        await CommitAsync(async work =>
        {
            Assert.True(await work.Letters.TryTakeSeatAsync(letter.Id, 1, link.Id, Now, Cancel));
            Assert.True(await work.Links.TryAddAsync(link, Cancel));
        });
        return link;
    }

    private async Task<bool> WithdrawAsync(Link link)
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<WithdrawConsent>().ExecuteAsync(link.StudentId, link.Id, Cancel);
    }

    private Task<bool> SucceedAsync() => InSiteAsync(async services =>
    {
        await services.GetRequiredService<StudentSuccession>().SucceedAsync(Emma, Daan, Cancel);
        return true;
    });

    private async Task<LetterWithSeats?> LetterOfAsync(StudentId student)
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<ILetters>().OfStudentAsync(student, Cancel);
    }
}
