using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>The form to link with a code: what was typed, as it was typed, and what came of it.</summary>
public sealed record LinkForm
{
    /// <summary>The code as typed.</summary>
    public string? Code { get; init; }

    /// <summary>The parent's own name as typed.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The date of birth as typed.</summary>
    public string? BirthDate { get; init; }

    /// <summary>For whom the form was shown, as it came back.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it was shown for another account than the one that is here now.</summary>
    public bool IsOfAnother { get; init; }

    /// <summary>Whether the date of birth is asked for (rule L7).</summary>
    public bool AsksBirthDate { get; init; }

    /// <summary>The answer to a challenge, as long as it can be good.</summary>
    public ChallengeAnswer? Answer { get; init; }

    /// <summary>What is wrong with the code, if it is none.</summary>
    public ActivationCodeProblem? CodeProblem { get; init; }

    /// <summary>What is wrong with the name, if anything.</summary>
    public PersonNameProblem? NameProblem { get; init; }

    /// <summary>What is wrong with the date of birth as typed; whether it is the child's is never said apart.</summary>
    public BirthDateProblem? BirthDateProblem { get; init; }

    /// <summary>Whether it came to nothing; why is told to nobody (rule P4).</summary>
    public bool IsRefused { get; init; }

    /// <summary>There were too many attempts: how long to wait, and what opens the door sooner.</summary>
    public RedeemActivationCodeResult.Throttled? Throttled { get; init; }

    /// <summary>Reads what was posted.</summary>
    public static LinkForm Read(IFormCollection form) => new()
    {
        Code = form[LetterFields.Code],
        DisplayName = form[LetterFields.DisplayName],
        BirthDate = form[LetterFields.BirthDate],
        Owner = form[LetterFields.Owner],
        AsksBirthDate = form.ContainsKey(LetterFields.BirthDate),
        Answer = form[LetterFields.Challenge] is [{ Length: > 0 } token] ? new ChallengeAnswer(token, form[LetterFields.Proof]) : null,
    };

    /// <summary>Hidden: it holds a code and a name.</summary>
    public override string ToString() => "(link form)";
}
