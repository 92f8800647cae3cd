using System.Globalization;
using System.Net;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Records.Seeding;
using Klik.Portal.Accounts;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Outbox;
using Klik.Portal.Storage.Throttling;
using Microsoft.EntityFrameworkCore;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>Newcomers with letters of a seeded school, up to 1,000 letters spread over it, two parents each.</summary>
internal sealed class Redemptions
{
    private const string Issuer = "https://newcomers.example";
    private const int MostLetters = 1_000;
    private readonly (string Code, DateOnly BirthDate)[] _letters;

    private Redemptions(int students, PersonalData personalData)
    {
        var step = Math.Max(1, students / MostLetters);
        _letters =
        [
            .. new SeededSchool(students).Students().Where((_, number) => number % step == 0).Take(MostLetters)
                .Select((row, index) => (SeededRows.CodeOf(index * step, personalData).Text, row.BirthDate!.Value)),
        ];
    }

    /// <summary>Those of the seeded school of a size.</summary>
    public static async Task<Redemptions> OfAsync(int students, Uses uses)
    {
        Redemptions? redemptions = null;
        await uses.OneAsync<PersonalData>(personalData =>
        {
            redemptions = new Redemptions(students, personalData);
            return Task.CompletedTask;
        });
        return redemptions!;
    }

    public int Count => _letters.Length * 2;

    public async Task RedeemAsync(RedeemActivationCode redeem, int number)
    {
        var (code, birthDate) = _letters[number % _letters.Length];
        var identity = new ExternalIdentity(ExternalProvider.Google, Issuer, string.Create(CultureInfo.InvariantCulture, $"newcomer-{number}"), null, false);
        var result = await redeem.ExecuteAsync(
            new RedeemActivationCodeRequest(new LetterParent.Newcomer(identity, $"Jan de Vries {number}"), code, birthDate, "nl", new IPAddress(0x0A000000 + number), null),
            CancellationToken.None);
        if (result is not RedeemActivationCodeResult.Linked)
        {
            throw new InvalidOperationException($"The code was answered with {result.GetType().Name}.");
        }
    }

    /// <summary>As if no code had been used.</summary>
    public static Task ForgetAsync(Uses uses) => uses.OfDatabaseAsync(async context =>
    {
        var newcomers = context.Set<AccountLoginRow>().Where(login => login.Issuer == Issuer);
        await context.Set<OutboxRow>().ExecuteDeleteAsync();
        await context.Set<AttemptCountRow>().ExecuteDeleteAsync();
        await context.Set<LetterSeatRow>().ExecuteDeleteAsync();
        await context.Set<LetterRow>().Where(letter => letter.UsedSeats > 0).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.UsedSeats, 0));
        await context.Set<LinkRow>().Where(link => link.Origin == LinkOrigin.Letter).ExecuteDeleteAsync();
        await context.Set<PortalUser>().Where(account => newcomers.Any(login => login.AccountId == account.Id)).ExecuteDeleteAsync();
    });
}
