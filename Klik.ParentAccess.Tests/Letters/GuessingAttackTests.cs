using System.Globalization;
using System.Net;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Letters;
using Klik.Portal.Storage.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Codes are guessed at a school over HTTP, by many at once, for a minute or what the environment says.</summary>
[Collection(AttackGroup.Name)]
[Trait("Rule", "P4")]
public sealed class GuessingAttackTests : IAsyncLifetime
{
    /// <summary>The environment variable that says how many seconds the attack lasts at least. Who waits out a challenge makes it
    /// last half a minute in any case.</summary>
    private const string SecondsVariable = "KLIK_TEST_ATTACK_SECONDS";

    private const int Clients = 20;

    /// <summary>The address that half of the clients share with families, as in a school's own network.</summary>
    private const string Common = "192.0.2.7";

    /// <summary>More than an attempt ever costs: session, counters, letter, account.</summary>
    private const int MostStatements = 16;

    private static readonly DateOnly BirthDate = new(2012, 5, 17);

    private readonly StatementCounter _statements = new();
    private readonly RunningPortal _portal;

    public GuessingAttackTests() => _portal = new RunningPortal { Configure = _statements.Watch };

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact(Timeout = 600_000)]
    public async Task While_twenty_clients_guess_for_a_minute_no_code_falls_and_every_family_gets_in()
    {
        var (school, elsewhere) = (await _portal.NewSchoolAsync(), await _portal.NewSchoolAsync());
        var (working, waiting, noDate) = (await LetterAsync(school), await LetterAsync(school), await school.MakeLetterAsync(await school.AddStudentAsync()));
        var other = await LetterAsync(elsewhere);
        var guessers = Enumerable.Range(0, Clients).Select(number => NewGuesser(school, number)).ToList();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        var minute = Task.Delay(TimeSpan.FromSeconds(Seconds()), Ending);
        var attack = Task.WhenAll(guessers.Select(guesser => Task.Run(() => guesser.GuessAsync(end.Token), Ending)));
        await BesiegedAsync(school);

        var families = await Task.WhenAll(
            GetInAsync(school, working, "198.51.100.200", WorkAsync),
            GetInAsync(school, noDate, Common, WorkAsync),
            GetInAsync(school, waiting, Common, WaitAsync));
        var unasked = await GetInAsync(elsewhere, other, Common, _ => throw new InvalidOperationException("The other school asks for work."));
        await minute;
        await end.CancelAsync();
        await attack;

        Assert.All(families.Append(unasked), page => Assert.Equal("/parents/settings", page.Path));
        Assert.All(families.Append(unasked), page => Assert.Contains("Your child is linked", page.Text, StringComparison.Ordinal));
        var guesses = guessers.SelectMany(guesser => guesser.Guesses).ToList();
        AssertNeutral(guesses);
        AssertConstantWork(guesses);
        await AssertUntouchedAsync(school, seatsOfFamilies: 3);
        Assert.Single(_portal.Log.Lines, line => line.Id.Id == 6001);
    }

    [Fact]
    public async Task A_guess_costs_the_database_the_same_whatever_was_guessed_and_a_typo_nothing()
    {
        var school = await _portal.NewSchoolAsync();
        var (expired, frozen, withdrawn, usedUp) = (await LetterAsync(school), await LetterAsync(school), await LetterAsync(school), await LetterAsync(school));
        await ChangeAsync(school, expired, letter => letter with { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(-1) });
        await ChangeAsync(school, frozen, letter => letter with { WrongBirthDates = Letter.MostWrongBirthDates });
        await ChangeAsync(school, withdrawn, letter => letter with { RevokedAt = TimeProvider.System.GetUtcNow() });
        await ChangeAsync(school, usedUp, letter => letter with { UsedSeats = letter.Seats });
        using var guesser = school.NewVisitor();
        guesser.Plan = Persona.Gmail("guesser@gmail.com");
        var form = await guesser.FollowLetterAsync(Guessing.RandomCode());
        form = await guesser.SubmitAsync(form, "/a/link", Fields(Guessing.RandomCode()));

        var costs = new List<(HttpStatusCode, string Text, string Statements)>();
        foreach (var code in new[] { Guessing.RandomCode(), expired, frozen, withdrawn, usedUp, Guessing.RandomCode() })
        {
            var (answer, statements) = await _statements.WatchAsync(() => guesser.SubmitAsync(form, "/a/link", Fields(code)));
            costs.Add((answer.Status, answer.Text, string.Join("\n", statements)));
        }

        var choice = await guesser.OpenAsync("/a");
        var mistyped = Mistyped(expired);
        var (_, before) = await _statements.WatchAsync(() => guesser.SubmitAsync(choice, "/a/sign-in/google", ("code", mistyped), ("account", "new")));
        var (after, typo) = await _statements.WatchAsync(() => guesser.SubmitAsync(form, "/a/link", Fields(mistyped)));

        var only = Assert.Single(costs.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, only.Item1);
        Assert.Contains("attempt_counts", only.Statements, StringComparison.Ordinal);
        Assert.Contains("letters", only.Statements, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Contains("There is a typing error in this code.", after.Text, StringComparison.Ordinal);
        // Who is here is asked for the page; about the code, nothing.
        Assert.All(typo, statement => Assert.Contains("account_logins", statement, StringComparison.Ordinal));
        Assert.All(["attempt_counts", "letters"], table => Assert.DoesNotContain(typo, statement => statement.Contains(table, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Throttles_hold_in_another_process_and_after_a_restart()
    {
        var school = await _portal.NewSchoolAsync();
        var code = await LetterAsync(school);
        string token;
        await using (var second = new RunningPortal { Beside = _portal })
        {
            await second.InitializeAsync();
            for (var number = 0; number < 3; number++)
            {
                using var guesser = NewVisitor(school, $"guesser{number}@gmail.com");
                await FailAsync(guesser, RedeemThrottle.FreeForAccount);
            }

            var there = new TestSchool(second, school.Id);
            using var same = NewVisitor(there, "guesser0@gmail.com");
            var waits = await same.SubmitAsync(await same.FollowLetterAsync(code), "/a/link", Fields(code));
            using var family = NewVisitor(there, "jan@gmail.com");
            var asked = await family.SubmitAsync(await family.FollowLetterAsync(code), "/a/link", Fields(code));

            Assert.Equal((HttpStatusCode.TooManyRequests, null), (waits.Status, waits.Challenge()));
            Assert.Equal(HttpStatusCode.TooManyRequests, asked.Status);
            token = asked.Challenge()!.Token;
        }

        await using var third = new RunningPortal { Beside = _portal };
        await third.InitializeAsync();
        var after = new TestSchool(third, school.Id);
        using var again = NewVisitor(after, "guesser1@gmail.com");
        using var jan = NewVisitor(after, "jan@gmail.com");

        var still = await again.SubmitAsync(await again.FollowLetterAsync(code), "/a/link", Fields(code));
        var held = await jan.SubmitAsync(await jan.FollowLetterAsync(code), "/a/link", Fields(code));
        var proof = LetterSchool.Solve(held.Challenge()! with { Token = token }).Proof!;
        var linked = await jan.SubmitAsync(held, "/a/link", [.. Fields(code), ("challenge", token), ("proof", proof)]);

        Assert.Equal((HttpStatusCode.TooManyRequests, null), (still.Status, still.Challenge()));
        Assert.Equal(HttpStatusCode.TooManyRequests, held.Status);
        Assert.Equal("/parents/settings", linked.Path);
    }

    private static int Seconds() => int.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), CultureInfo.InvariantCulture, out var seconds) ? seconds : 60;

    private static string Mistyped(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');

    private static (string, string)[] Fields(string code) => [("code", code), ("displayName", "Jan"), ("birthDate", "2012-05-17")];

    private static Visitor NewVisitor(TestSchool school, string address, string network = Common)
    {
        var visitor = school.NewVisitor();
        visitor.BeAt(network);
        visitor.Plan = Persona.Gmail(address);
        return visitor;
    }

    private static async Task FailAsync(Visitor guesser, int times)
    {
        var form = await guesser.FollowLetterAsync(Guessing.RandomCode());
        for (var time = 0; time < times; time++)
        {
            form = await guesser.SubmitAsync(form, "/a/link", Fields(Guessing.RandomCode()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        }
    }

    private static async Task<string> LetterAsync(TestSchool school) => await school.MakeLetterAsync(await school.AddStudentAsync(birthDate: BirthDate));

    // Half of the clients are in one network, with an account each; the others have a network each, and any number of accounts.
    private Guesser NewGuesser(TestSchool school, int number) =>
        new(school, _statements, $"guesser{number}", number % 2 == 0 ? Common : $"198.51.100.{number}")
        {
            ChangesAccounts = number % 2 == 1,
            Works = number < 2,
        };

    private static async Task BesiegedAsync(TestSchool school)
    {
        for (var isBesieged = false; !isBesieged;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), Ending);
            await school.InSchoolAsync(async services => isBesieged = (await services.GetRequiredService<LettersOverview>().ExecuteAsync(Ending)).IsBesieged);
        }
    }

    // A family with the right letter: held up once, and in when it has done what the page says.
    private static async Task<VisitedPage> GetInAsync(TestSchool school, string code, string network, Func<VisitedPage, Task<(string, string)[]>> doAsToldAsync)
    {
        using var parent = NewVisitor(school, $"family.{code}@gmail.com", network);
        var page = await parent.RegisterByLetterAsync(code);
        if (page.Status == HttpStatusCode.TooManyRequests)
        {
            Assert.Equal(TimeSpan.FromSeconds(30), page.RetryAfter);
            page = await parent.SubmitAsync(page, "/a/link", await doAsToldAsync(page));
        }

        return page.Document.QuerySelector("input[name=birthDate]") is null
            ? page
            : await parent.SubmitAsync(page, "/a/link", ("birthDate", "2012-05-17"));
    }

    private static Task<(string, string)[]> WorkAsync(VisitedPage page) =>
        Task.Run<(string, string)[]>(() => [("proof", LetterSchool.Solve(page.Challenge()!).Proof!)], Ending);

    private static async Task<(string, string)[]> WaitAsync(VisitedPage page)
    {
        await Task.Delay(page.RetryAfter!.Value, Ending);
        return [];
    }

    private static void AssertNeutral(List<GuessedCode> guesses)
    {
        Assert.All(guesses, guess => Assert.Equal("/a/link", guess.Path));
        Assert.All(guesses, guess => Assert.True(guess.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests, $"{guess}"));
        Assert.All(guesses, guess => Assert.Equal(guess.Status == HttpStatusCode.TooManyRequests, guess.RetryAfter is not null));
        Assert.All(guesses, guess => Assert.True(guess.RetryAfter is null || (guess.RetryAfter > TimeSpan.Zero && guess.RetryAfter <= TimeSpan.FromHours(1)), $"{guess}"));
        Assert.InRange(guesses.Count(guess => guess.Status == HttpStatusCode.UnprocessableEntity), RedeemThrottle.FreeForSchool, guesses.Count);
        Assert.Contains(guesses, guess => guess.Status == HttpStatusCode.TooManyRequests);
    }

    private static void AssertConstantWork(List<GuessedCode> guesses)
    {
        // The first failure of an account makes the row that the others are counted in.
        foreach (var alike in guesses.GroupBy(guess => (guess.Status, guess.IsFirst)))
        {
            Assert.InRange(Assert.Single(alike.Select(guess => guess.Statements).Distinct()), 1, MostStatements);
        }
    }

    private static async Task AssertUntouchedAsync(TestSchool school, int seatsOfFamilies) => await school.InSchoolAsync(async services =>
    {
        var database = services.GetRequiredService<ParentAccessDbContext>();
        var letters = await database.Set<LetterRow>().ToListAsync(Ending);
        Assert.Equal(seatsOfFamilies, await database.Set<LinkRow>().CountAsync(Ending));
        Assert.Equal(seatsOfFamilies, letters.Sum(letter => letter.UsedSeats));
        Assert.All(letters, letter => Assert.Equal((0, null), (letter.WrongBirthDates, letter.RevokedAt)));
    });

    private static async Task ChangeAsync(TestSchool school, string code, Func<Letter, Letter> change) => await school.InSchoolAsync(async services =>
    {
        Assert.Null(ActivationCode.TryParse(code, out var parsed));
        var hashes = parsed.Hashes(services.GetRequiredService<Klik.ParentAccess.Core.Privacy.PersonalData>());
        var found = await services.GetRequiredService<ILetters>().FindAsync(hashes, Ending);
        var database = services.GetRequiredService<ParentAccessDbContext>();
        database.Update(LetterRow.From(school.Id.Value, change(found!.Letter)));
        await database.SaveChangesAsync(Ending);
    });
}
