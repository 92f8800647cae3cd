using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What the promises about letters are tested with: short ways to store a letter and to look at it.</summary>
public abstract class LetterConformance(IStoreHost host) : StoreConformance(host)
{
    protected static Letter NewLetter(StudentId student, string? code = null) =>
        new(NewId(), student, 1, 1, Code(code ?? $"code of {student}"), 2, 0, 0, Now, Now.AddDays(30), null);

    /// <summary>What stands for the hash of a code; as long as a real one.</summary>
    protected static CodeHash Code(string text) => new($"1.{text.PadRight(43, '_')}");

    protected Task<bool> AddAsync(Letter letter) => CommitAsync(work => work.Letters.TryAddAsync(letter, Cancel));

    protected Task<LetterOfCode?> FindAsync(CodeHash code) => LookLettersAsync(letters => letters.FindAsync([code], Cancel));

    protected Task<LetterWithSeats?> LetterOfAsync(StudentId student) => LookLettersAsync(letters => letters.OfStudentAsync(student, Cancel));

    protected async Task<T> LookLettersAsync<T>(Func<ILetters, Task<T>> look)
    {
        await using var scope = Host.BeginScope(School);
        return await look(scope.ServiceProvider.GetRequiredService<ILetters>());
    }
}
