using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Storage;
using Microsoft.Data.Sqlite;

namespace Klik.ParentAccess.Module.Tests.Letters;

[Collection<SqliteSites>]
[Trait("Rule", "O3")]
public sealed class HiddenLetterTests(SqliteSiteHost host) : HiddenContentTests<LetterPart, LetterPartIndex>(host, LetterPart.ContentType)
{
    [Theory, Trait("Rule", "P7")]
    [InlineData(nameof(LetterPartIndex.LetterId))]
    [InlineData(nameof(LetterPartIndex.StudentId))]
    [InlineData(nameof(LetterPartIndex.CodeHash))]
    public async Task The_database_itself_refuses_a_second_one(string unique)
    {
        await AddAsync();
        string[] all = [nameof(LetterPartIndex.LetterId), nameof(LetterPartIndex.StudentId), nameof(LetterPartIndex.CodeHash)];
        var columns = new SqlName(string.Join(", ", all));
        var values = new SqlName(string.Join(", ", all.Select(column => column == unique ? column : "'another'")));

        var refused = await Assert.ThrowsAsync<SqliteException>(() => InSiteAsync(services =>
        {
            var database = services.GetRequiredService<TenantDatabase>();
            return database.ExecuteAsync(
                $"""
                INSERT INTO {database.Letters} ({columns}, "UsedSeats", "MadeAtTicks", "ExpiresAtTicks", "DocumentId")
                SELECT {values}, 0, "MadeAtTicks", "ExpiresAtTicks", "DocumentId" FROM {database.Letters}
                """,
                Cancel);
        }));

        Assert.Contains($".{unique}", refused.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task An_erased_letter_leaves_no_document()
    {
        var letter = await AddAsync();
        Assert.NotEmpty(await DocumentsWithAsync(letter.Id.ToString()));

        await CommitAsync(work => work.Letters.RemoveExpiredAsync(letter.ExpiresAt.AddSeconds(1), Cancel));

        Assert.Empty(await DocumentsWithAsync(letter.Id.ToString()));
    }

    protected override Task KeepOneAsync() => AddAsync();

    private async Task<Letter> AddAsync()
    {
        var letter = new Letter(NewId(), Emma, 1, 1, new CodeHash("hash"), 2, 0, 0, Now, Now.AddDays(30), null);
        Assert.True(await CommitAsync(work => work.Letters.TryAddAsync(letter, Cancel)));
        return letter;
    }
}
