using System.Net;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A program that guesses codes at a school, signed in with an account of its own.</summary>
/// <param name="school">The school.</param>
/// <param name="statements">Counts what a guess costs.</param>
/// <param name="name">What its accounts are called.</param>
/// <param name="network">Where it is.</param>
internal sealed class Guesser(TestSchool school, StatementCounter statements, string name, string network)
{
    /// <summary>How long it rests when it is held up, so that the machine has time for the families.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether it takes another account whenever one has to wait.</summary>
    public bool ChangesAccounts { get; init; }

    /// <summary>Whether it does the work that is asked for.</summary>
    public bool Works { get; init; }

    /// <summary>All answers.</summary>
    public List<GuessedCode> Guesses { get; } = [];

    /// <summary>Guesses until it is told to end.</summary>
    public async Task GuessAsync(CancellationToken ending)
    {
        for (var account = 0; !ending.IsCancellationRequested; account++)
        {
            using var browser = school.NewVisitor();
            browser.BeAt(network);
            browser.Plan = Persona.Gmail($"{name}.{account}@gmail.com");
            await GuessAsync(browser, ending);
        }
    }

    private async Task GuessAsync(Visitor browser, CancellationToken ending)
    {
        var page = await browser.FollowLetterAsync(Guessing.RandomCode());
        ChallengeAnswer? answer = null;
        for (var isFirst = true; !ending.IsCancellationRequested;)
        {
            var shown = page;
            (string, string)[] fields =
            [
                ("code", Guessing.RandomCode()), ("displayName", "Gus"), ("birthDate", "2012-05-17"),
                .. answer is null ? Array.Empty<(string, string)>() : [("proof", answer.Proof!)],
            ];
            (page, var asked) = await statements.WatchAsync(() => browser.SubmitAsync(shown, "/a/link", fields));
            Guesses.Add(new GuessedCode(page.Path, page.Status, page.RetryAfter, isFirst && page.Status == HttpStatusCode.UnprocessableEntity, asked.Count));
            isFirst &= page.Status != HttpStatusCode.UnprocessableEntity;
            answer = null;
            if (page.Status != HttpStatusCode.TooManyRequests)
            {
                continue;
            }

            var challenge = page.Challenge();
            if (challenge is null && ChangesAccounts)
            {
                return;
            }

            if (challenge is not null && Works)
            {
                answer = LetterSchool.Solve(challenge);
            }
            else
            {
                await Task.Delay(Rest, CancellationToken.None);
            }
        }
    }
}
