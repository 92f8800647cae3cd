using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

public class ImportRefusalTests : ImportTest
{
    [Theory]
    [InlineData("r9,,,l1,s1,,7,2026-09-21", RefusalReason.WrongColumnCount)]
    [InlineData("r9,,,l1,s1,,7,2026-09-21,a,b", RefusalReason.WrongColumnCount)]
    [InlineData("r9,,,l1,s1,,7,2026-09-21,5\" lang", RefusalReason.BadQuoting)]
    [InlineData("r9,,,l1,s1,,7,2026-09-21,\"a\"b", RefusalReason.BadQuoting)]
    [InlineData(",,,l1,s1,,7,2026-09-21,", RefusalReason.MissingValue)]
    [InlineData("r9,,,,s1,,7,2026-09-21,", RefusalReason.MissingValue)]
    [InlineData("r1,,,l1,s1,,7,2026-09-21,", RefusalReason.DuplicateId)]
    [InlineData("r9,gone,,l1,s1,,7,2026-09-21,", RefusalReason.UnknownStatus)]
    [InlineData("r9,,,l1,t1,,7,2026-09-21,", RefusalReason.UnknownStudent)]
    [InlineData("r9,,,l1,nobody,,7,2026-09-21,", RefusalReason.UnknownStudent)]
    [InlineData("r9,,,l9,s1,,7,2026-09-21,", RefusalReason.UnknownLineItem)]
    [InlineData("r9,,,l1,s1,,7..5,2026-09-21,", RefusalReason.InvalidNumber)]
    [InlineData("r9,,,l1,s1,,1e9,2026-09-21,", RefusalReason.InvalidNumber)]
    [InlineData("r9,,,l1,s1,,7,2026-02-30,", RefusalReason.InvalidDate)]
    [InlineData("r9,,,l1,s1,,7,03/04/2026,", RefusalReason.InvalidDate)]
    [InlineData("r9,,,l1,s1,,7,2026-09-21T25:00,", RefusalReason.InvalidDate)]
    [InlineData("r9,,,l1,s1,lost,7,2026-09-21,", RefusalReason.UnknownScoreStatus)]
    [InlineData("r9,,,l1,s1,,7,2026-09-21,be\u0007l", RefusalReason.ControlCharacters)]
    public async Task A_bad_result_is_refused_with_its_line_and_costs_only_itself(string row, RefusalReason reason)
    {
        Folder.With("results.csv", $"{Folder.Read("results.csv")}{row}\nr4,,,l2,s2,,9,2026-10-21,\n");

        var refusal = await OnlyRefusalAsync();

        Assert.Equal(("results.csv", 5L, reason), (refusal.File, refusal.Line, refusal.Reason));
        Assert.Equal(["r1", "r2", "r3", "r4"], Store.All<ResultRow>().Select(result => result.Id).Order());
    }

    [Theory]
    [InlineData("s9,,,true,o1,student,x,,,,,1,,,,,2,", RefusalReason.MissingValue)]
    [InlineData("s9,,,,o1,student,x,,Jan,Jansen,,1,,,,,2,", RefusalReason.MissingValue)]
    [InlineData("s9,,,perhaps,o1,student,x,,Jan,Jansen,,1,,,,,2,", RefusalReason.InvalidBoolean)]
    [InlineData("s9,,,true,o1,wizard,x,,Jan,Jansen,,1,,,,,2,", RefusalReason.UnknownRole)]
    [InlineData("s9,,,true,o1,,x,,Jan,Jansen,,1,,,,,2,", RefusalReason.MissingRole)]
    [InlineData("s9,,,true,o1,student,x,,Jan,Jansen,,1,jan@,,,,2,", RefusalReason.InvalidAddress)]
    [InlineData("s1,,,true,o1,student,x,,Jan,Jansen,,1,,,,,2,", RefusalReason.DuplicateId)]
    public async Task A_bad_user_is_refused(string row, RefusalReason reason)
    {
        Folder.With("users.csv", Folder.Read("users.csv") + row + "\n");

        var refusal = await OnlyRefusalAsync();

        Assert.Equal(("users.csv", 6L, reason), (refusal.File, refusal.Line, refusal.Reason));
        Assert.Equal(["Daan", "Sanne"], Store.All<StudentRow>().Select(student => student.GivenName).Order());
    }

    [Fact]
    public async Task A_text_or_identifier_that_is_too_long_is_refused()
    {
        Folder.With("users.csv", Folder.Read("users.csv") + $"s9,,,true,o1,student,x,,{new string('a', 201)},B,,1,,,,,2,\n{new string('s', 256)},,,true,o1,student,x,,A,B,,1,,,,,2,\n");

        var result = await ImportAsync();

        Assert.Equal([RefusalReason.TextTooLong, RefusalReason.InvalidId], result.Refusals.Select(refusal => refusal.Reason));
    }

    [Theory]
    [InlineData("demographics.csv", "s2,,,2027-01-01,", RefusalReason.InvalidDate)]
    [InlineData("enrollments.csv", "e9,,,c9,o1,s1,student,,,", RefusalReason.UnknownClass)]
    [InlineData("lineItems.csv", "l9,,,Titel,,,,c9,,,1,10", RefusalReason.UnknownClass)]
    [InlineData("lineItems.csv", "l9,,,,,,,c2,,,1,10", RefusalReason.MissingValue)]
    [InlineData("classes.csv", "c9,,,,,,,,,,,,,", RefusalReason.MissingValue)]
    public async Task A_bad_row_of_another_file_is_refused(string file, string row, RefusalReason reason)
    {
        Folder.With(file, Folder.Read(file) + row + "\n");

        var refusal = await OnlyRefusalAsync();

        Assert.Equal((file, reason), (refusal.File, refusal.Reason));
    }

    [Theory]
    [InlineData("learningLines.csv", "sourcedId,title\n,Lezen\n", RefusalReason.MissingValue)]
    [InlineData("activities.csv", "sourcedId,learningLineSourcedId,title\na1,b9,Boek\n", RefusalReason.UnknownLearningLine)]
    [InlineData("activityProgress.csv", "studentSourcedId,activitySourcedId,state\ns1,a9,done\n", RefusalReason.UnknownActivity)]
    [InlineData("assessments.csv", "sourcedId,studentSourcedId,title,date\na1,s1,Werkstuk,\n", RefusalReason.MissingValue)]
    [InlineData("goals.csv", "sourcedId,studentSourcedId,title,state\ng1,s1,Doel,soon\n", RefusalReason.UnknownState)]
    [InlineData("goalSteps.csv", "sourcedId,studentSourcedId,goalSourcedId,title,state\nh1,s1,g9,Stap,done\n", RefusalReason.UnknownGoal)]
    [InlineData("personalLinks.csv", "sourcedId,studentSourcedId,title,kind\np1,s1,Boek,book\n", RefusalReason.UnknownKind)]
    [InlineData("personalLinks.csv", "sourcedId,studentSourcedId,title,kind,address\np1,s1,Boek,source,javascript:alert(1)\n", RefusalReason.InvalidWebAddress)]
    [InlineData("personalLinks.csv", "sourcedId,studentSourcedId,title,kind,address\np1,s1,Boek,source,file:///etc/passwd\n", RefusalReason.InvalidWebAddress)]
    [InlineData("personalLinks.csv", "sourcedId,studentSourcedId,title,kind,address\np1,s1,Boek,source,https://bank.example@evil.example/\n", RefusalReason.InvalidWebAddress)]
    [InlineData("personalLinks.csv", "sourcedId,studentSourcedId,title,kind,address\np1,s1,Boek,source,/relative\n", RefusalReason.InvalidWebAddress)]
    [InlineData("conversations.csv", "sourcedId,studentSourcedId,title,date\nc1,s9,Gesprek,2026-10-01\n", RefusalReason.UnknownStudent)]
    public async Task A_bad_row_of_our_own_files_is_refused(string file, string text, RefusalReason reason)
    {
        Folder.With(file, text);

        var refusal = await OnlyRefusalAsync();

        Assert.Equal((file, 2L, reason), (refusal.File, refusal.Line, refusal.Reason));
    }

    [Fact]
    public async Task Refused_rows_beyond_the_first_thousand_are_counted_only()
    {
        Folder.With("results.csv", ImportFolder.ResultsHeader + "\n" + string.Concat(Enumerable.Range(0, 1_500).Select(i => $"x{i},,,l1,nobody,,7,2026-09-21,\n")));

        var result = await ImportAsync();

        Assert.Equal((1_000, 1_500L), (result.Refusals.Count, result.Refused));
    }

    [Fact]
    public void Every_reason_has_a_sentence()
    {
        Assert.All(Enum.GetValues<RefusalReason>(), reason => Assert.EndsWith(".", reason.Sentence()));
        Assert.All(Enum.GetValues<BrokenReason>(), reason => Assert.EndsWith(".", reason.Sentence()));
    }
}
