using System.Text;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

public class ImportReadingTests : ImportTest
{
    [Theory, Trait("Rule", "L1")]
    [InlineData("nl", "nl")]
    [InlineData(" EN-gb ", "en")]
    [InlineData("nl_BE", "nl")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("ary", "ary")]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("Nederlands", null)]
    [InlineData("12", null)]
    [InlineData("é!", null)]
    public async Task Of_a_family_s_language_tag_the_language_is_kept_and_what_is_none_refuses_nobody(string tag, string? language)
    {
        Folder.WithFamilyLanguage(tag);

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Equal(language, Store.One<StudentRow>("s1").FamilyLanguage);
        Assert.Null(Store.One<StudentRow>("s2").FamilyLanguage);
    }

    [Fact]
    public async Task A_small_school_is_read_whole()
    {
        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Equal((1, 1), (result.Parents, result.Staff));
        Assert.Equal(
            new StudentRow("s1", "Sanne", "Vries")
            {
                MiddleName = "de",
                UserName = "sanne.devries",
                Address = "sanne.devries@demo.example",
                YearTitle = "2",
                ClassId = "c1",
                ClassTitle = "2A",
                BirthDate = new DateOnly(2013, 4, 5),
                IsActiveInSource = true,
            },
            Store.One<StudentRow>("s1"));
        Assert.Equal("2", Store.One<StudentRow>("s2").ClassTitle);
        var item = Store.One<LineItemRow>("l1");
        Assert.Equal(("Breuken", "Wiskunde", "Periode 1", "Toets", 1m, 10m), (item.Title, item.Subject, item.Period, item.Category, item.Minimum, item.Maximum));
        Assert.Equal(new ResultRow("s1", "r1", "l1", new DateOnly(2026, 9, 21)) { Score = 7.5m, Comment = "Goed gewerkt" }, Store.One<ResultRow>("r1"));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Parents_and_staff_are_counted_and_nothing_of_them_is_stored()
    {
        await ImportAsync();

        Assert.Equal(["s1", "s2"], Store.All<StudentRow>().Select(student => student.Id).Order());
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_case_and_be_misspelt()
    {
        Folder.With("users.csv", "FIRST_NAME,role,Enabled User,SourceId,family-name,orgSourceIds,Username,E-mail\nSanne,Student,TRUE,s1,Vries,o1,sanne,sanne@demo.example\n");
        Folder.With("results.csv", "SCORE,resultStatus,studentsourceid,LineItemID,sourcedID,scoredate\n\"7,5\",Fully_Graded,s1,l1,r1,21-09-2026\n");

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Equal(("Sanne", "sanne@demo.example"), (Store.One<StudentRow>("s1").GivenName, Store.One<StudentRow>("s1").Address));
        Assert.Equal((7.5m, new DateOnly(2026, 9, 21)), (Store.One<ResultRow>("r1").Score!.Value, Store.One<ResultRow>("r1").Date));
    }

    [Fact]
    public async Task A_well_spelt_column_goes_before_a_misspelt_one()
    {
        Folder.With("users.csv", "id,sourcedId,enabledUser,role,givenName,familyName\nwrong,s1,true,student,Sanne,Vries\n");

        await ImportAsync();

        Assert.Equal("Sanne", Store.One<StudentRow>("s1").GivenName);
    }

    public static TheoryData<string, byte[]> Encodings()
    {
        const string Text = "sourcedId,enabledUser,role,givenName,familyName\ns1,true,student,Zoë,Çelik";
        return new TheoryData<string, byte[]>
        {
            { "UTF-8", new UTF8Encoding(false).GetBytes(Text) },
            { "UTF-8 with mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)] },
            { "UTF-16 little", Encoding.Unicode.GetBytes(Text) },
            { "UTF-16 little with mark", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)] },
            { "UTF-16 big", Encoding.BigEndianUnicode.GetBytes(Text) },
            { "UTF-16 big with mark", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        };
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Every_encoding_and_a_missing_final_newline_are_read(string encoding, byte[] bytes)
    {
        Folder.With("users.csv", bytes).Without("results.csv");

        var result = await ImportAsync();

        Assert.True(result.Refusals.Count == 0, encoding);
        Assert.Equal(("Zoë", "Çelik"), (Store.One<StudentRow>("s1").GivenName, Store.One<StudentRow>("s1").FamilyName));
    }

    [Fact]
    public async Task Quoted_newlines_repeated_headers_empty_rows_and_semicolons_are_read()
    {
        Folder.With("results.csv", ImportFolder.ResultsHeader.Replace(',', ';') + "\r\n" + ImportFolder.ResultsHeader.Replace(',', ';').ToUpperInvariant()
            + "\r\n;;;;;;;;\r\n\r\nr1;;;l1;s1;;7,5;2026-09-21;\"regel 1\r\nregel \"\"2\"\"\"\r\nr2;;;l1;nobody;;1;;\r\n");

        var result = await ImportAsync();

        Assert.Equal("regel 1\nregel \"2\"", Store.One<ResultRow>("r1").Comment);
        Assert.Equal(7, Assert.Single(result.Refusals).Line);
        Assert.Equal(2, result.Files.Single(file => file.Name == "results.csv").Read);
    }

    [Theory]
    [InlineData("2026-09-21")]
    [InlineData("2026/09/21")]
    [InlineData("2026-9-21")]
    [InlineData("20260921")]
    [InlineData("21-09-2026")]
    [InlineData("21-9-2026")]
    [InlineData("2026-09-21T00:00:00.000Z")]
    [InlineData("2026-09-21T00:00:00+05:00")]
    [InlineData("2026-09-20T22:30:00Z")]
    [InlineData("2026-09-21T14:05:00+02:00")]
    [InlineData("2026-09-21 23:59:59")]
    [InlineData("21-09-2026 8:15")]
    public async Task Every_form_of_date_is_read_as_the_day_at_the_school(string text)
    {
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,7,{text},\n");

        await ImportAsync();

        Assert.Equal(new DateOnly(2026, 9, 21), Store.One<ResultRow>("r1").Date);
    }

    [Fact]
    public async Task A_result_without_a_date_has_that_of_its_line_item()
    {
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l2,s1,,7,,\n");

        await ImportAsync();

        Assert.Equal(new DateOnly(2026, 10, 20), Store.One<ResultRow>("r1").Date);
    }

    [Theory]
    [InlineData("V")]
    [InlineData("goed")]
    public async Task Letters_and_words_in_the_score_are_kept_as_text(string score)
    {
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,,{score},,\n");

        await ImportAsync();

        Assert.Equal((null, score), (Store.One<ResultRow>("r1").Score, Store.One<ResultRow>("r1").Text));
    }

    [Theory]
    [InlineData("exempt")]
    [InlineData("not submitted")]
    [InlineData("submitted")]
    public async Task What_is_not_graded_is_no_result_and_takes_an_earlier_one_away(string status)
    {
        await ImportAsync();
        Folder.With("manifest.csv", "propertyName,value\nfile.users,absent\nfile.results,delta\n");
        Folder.With("results.csv", $"{ImportFolder.ResultsHeader}\nr1,,,l1,s1,{status},0,2026-09-21,\n");

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Equal(["r2", "r3"], Store.All<ResultRow>().Select(row => row.Id).Order());
    }

    [Fact]
    public async Task OneRoster_1_2_is_read_with_roles_preferred_names_and_text_scores()
    {
        Folder.With("manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.roles,bulk\nfile.userProfiles,absent\n")
            .With("users.csv", "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\ns1,,,true,sanne,,Susanna,Vries,de,,,,,,2,,,,Sanne,,,o1,\nt1,,,true,tine,,Tine,Jansen,,,,,,,,,,,,,,o1,\ng1,,,true,opa,,Opa,Vries,,,,,,,,,,,,,,o1,\n")
            .With("roles.csv", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\nq1,,,s1,primary,student,,,o1,\nq2,,,t1,primary,teacher,,,o1,\nq3,,,t1,secondary,parent,,,o1,\nq4,,,g1,primary,guardian,,,o1,\n")
            .With("results.csv", "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,classSourcedId,inProgress,incomplete,late,missing\nr1,,,l1,s1,fully graded,,2026-09-21,,Voldoende,c2,,,,\n");

        var result = await ImportAsync();

        Assert.Empty(result.Refusals);
        Assert.Equal("Sanne", Assert.Single(Store.All<StudentRow>()).GivenName);
        Assert.Equal((2, 0), (result.Parents, result.Staff));
        Assert.Equal("Voldoende", Store.One<ResultRow>("r1").Text);
    }

    [Fact]
    public async Task A_zip_with_the_files_in_a_folder_is_read()
    {
        var zip = Folder.Zip("export 2026/", archive =>
        {
            archive.CreateEntry("__MACOSX/export 2026/._users.csv");
            archive.CreateEntry("../../users.csv");
            archive.CreateEntry("/users.csv");
            archive.CreateEntry("export 2026/read me.txt");
        });

        var result = await ImportAsync(zip);

        Assert.Empty(result.Refusals);
        Assert.Equal(2, Store.All<StudentRow>().Count());
    }

    [Fact]
    public async Task The_real_export_is_read_whole()
    {
        var path = SharedData.Find("oneroster-solar-district.zip");

        var result = await ImportAsync(path);

        Assert.Empty(result.Refusals);
        Assert.Equal(505, Store.All<StudentRow>().Count());
        Assert.All(Store.All<StudentRow>(), student => Assert.True(student is { IsActiveInSource: true, BirthDate: not null, ClassTitle: not null }));
        Assert.Equal((0, 38), (result.Parents, result.Staff));
    }
}
