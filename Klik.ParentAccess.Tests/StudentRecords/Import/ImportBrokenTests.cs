using System.IO.Compression;
using System.Text;
using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

public class ImportBrokenTests : ImportTest
{
    [Theory]
    [InlineData("users.csv", "", BrokenReason.NoHeader)]
    [InlineData("users.csv", "sourcedId,role,givenName,familyName\n", BrokenReason.MissingColumn)]
    [InlineData("users.csv", "sourcedId,sourcedId,enabledUser,role,givenName,familyName\n", BrokenReason.DuplicateColumn)]
    [InlineData("users.csv", ImportFolder.UsersHeader + "\n", BrokenReason.NoStudents)]
    [InlineData("users.csv", ImportFolder.UsersHeader + "\nt1,,,true,o1,teacher,x,,A,B,,1,,,,,2,\n", BrokenReason.NoStudents)]
    [InlineData("results.csv", ImportFolder.ResultsHeader + "\nr1,,,l1,s1,,9,2026-09-21,\"nooit gesloten\nr2,,,l1,s2,,9,,\n", BrokenReason.UnterminatedQuote)]
    [InlineData("conversations.csv", "title\n", BrokenReason.MissingColumn)]
    [InlineData("manifest.csv", "propertyName,value\noneroster.version,3.0\n", BrokenReason.BadManifest)]
    [InlineData("manifest.csv", "propertyName,value\nfile.users,some\n", BrokenReason.BadManifest)]
    [InlineData("manifest.csv", "propertyName,value\nfile.users,bulk\nfile.roles,bulk\n", BrokenReason.MissingFile)]
    [InlineData("USERS.CSV", ImportFolder.UsersHeader + "\n", BrokenReason.AmbiguousFile)]
    public async Task A_broken_file_changes_nothing(string file, string text, BrokenReason reason)
    {
        await ImportAsync();
        Folder.With("users.csv", ImportFolder.UsersHeader + "\n" + ImportFolder.UserS1).With(file, text);

        var broken = await BreakAsync();

        Assert.Equal(reason, broken.Reason);
    }

    [Fact]
    public async Task A_missing_list_of_users_changes_nothing()
    {
        Folder.Without("users.csv");

        Assert.Equal((BrokenReason.MissingFile, "users.csv"), (await BreakAsync() is var broken ? (broken.Reason, broken.File) : default));
    }

    [Theory]
    [InlineData(new byte[] { 0xE9, 0x0A })]
    [InlineData(new byte[] { 0xC3, 0x28, 0x0A })]
    public async Task Bytes_that_are_no_text_change_nothing(byte[] bytes)
    {
        await ImportAsync();
        Folder.With("results.csv", [.. Encoding.UTF8.GetBytes(Folder.Read("results.csv") + "r5,,,l1,s1,,9,,"), .. bytes]);

        Assert.Equal(BrokenReason.Undecodable, (await BreakAsync()).Reason);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_zip_is_told_apart()
    {
        var zip = Folder.Zip();
        await File.WriteAllTextAsync(zip, "not a zip", TestContext.Current.CancellationToken);

        Assert.Equal(BrokenReason.UnreadableZip, (await BreakAsync(zip)).Reason);
        Assert.Equal(BrokenReason.NotFound, (await BreakAsync(zip + ".nowhere")).Reason);
    }

    [Fact]
    public async Task A_zip_that_was_cut_off_or_damaged_changes_nothing()
    {
        var zip = Folder.Zip();
        var bytes = await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(zip, bytes[..^30], TestContext.Current.CancellationToken);
        var cutOff = await BreakAsync(zip);
        Array.Fill<byte>(bytes, 0xFF, 60, 200);
        await File.WriteAllBytesAsync(zip, bytes, TestContext.Current.CancellationToken);

        var damaged = await BreakAsync(zip);

        Assert.Equal((BrokenReason.UnreadableZip, BrokenReason.UnreadableZip), (cutOff.Reason, damaged.Reason));
    }

    [Fact]
    public async Task A_zip_bomb_is_stopped_while_it_is_read()
    {
        var zip = Folder.Without("results.csv").Zip(more: archive =>
        {
            using var entry = archive.CreateEntry("results.csv", CompressionLevel.SmallestSize).Open();
            entry.Write(Encoding.UTF8.GetBytes(ImportFolder.ResultsHeader + "\n"));
            var blanks = Encoding.UTF8.GetBytes(new string('\n', 1024 * 1024));
            for (var i = 0; i < 40; i++)
            {
                entry.Write(blanks);
            }
        });

        Assert.Equal(BrokenReason.TooCompressed, (await BreakAsync(zip)).Reason);
        Assert.Equal(BrokenReason.TooLarge, (await BreakAsync(zip, new OneRosterLimits { MaxTotalBytes = 10_000_000 })).Reason);
        Assert.Equal(BrokenReason.TooManyFiles, (await BreakAsync(zip, new OneRosterLimits { MaxFiles = 5 })).Reason);
    }

    [Fact]
    public async Task A_row_without_end_is_stopped_before_it_fills_memory()
    {
        Folder.With("results.csv", ImportFolder.ResultsHeader + "\nr1,,,l1,s1,,9,,\"" + new string('x', 2_000_000) + "\"\n");

        Assert.Equal(BrokenReason.RowTooLong, (await BreakAsync()).Reason);
    }
}
