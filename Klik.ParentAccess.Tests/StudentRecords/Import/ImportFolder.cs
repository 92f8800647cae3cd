using System.IO.Compression;
using System.Text;
using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

/// <summary>A folder of CSV files that a test makes; by default a small complete school.</summary>
internal sealed class ImportFolder : IDisposable
{
    /// <summary>A day after everything in the files.</summary>
    public static readonly DateTimeOffset Imported = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly string _path = Directory.CreateTempSubdirectory("import-").FullName;

    public string Path => _path;

    public ImportFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public ImportFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(_path, file), bytes);
        return this;
    }

    public ImportFolder Without(string file)
    {
        File.Delete(System.IO.Path.Combine(_path, file));
        return this;
    }

    /// <summary>Two students, a teacher, a parent; one own class, one subject, two line items, three results.</summary>
    public static ImportFolder SmallSchool() => new ImportFolder()
        .With("academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\np1,,,Periode 1,gradingPeriod,2026-08-24,2026-11-06,,2027\n")
        .With("categories.csv", "sourcedId,status,dateLastModified,title\nk1,,,Toets\n")
        .With("courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\nv1,,,,Wiskunde,wi,,o1,,\n")
        .With("classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\nc1,,,2A,2,,,homeroom,,o1,,,,\nc2,,,2A-wi,2,v1,,scheduled,,o1,,,,\n")
        .With("users.csv", UsersHeader + "\ns1,,,true,o1,student,sanne.devries,,Sanne,Vries,de,1,sanne.devries@demo.example,,,,2,\ns2,,,true,o1,student,daan.devries,,Daan,Vries,de,2,daan.devries@demo.example,,,,2,\nt1,,,true,o1,teacher,tine,,Tine,Jansen,,3,t@demo.example,,,,,\nm1,,,true,o1,parent,ma,,Marie,Vries,de,4,marie@demo.example,,,,,\n")
        .With("demographics.csv", "sourcedId,status,dateLastModified,birthDate,sex\ns1,,,2013-04-05,female\n")
        .With("enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,,,c1,o1,s1,student,true,,\ne2,,,c1,o1,t1,teacher,true,,\ne3,,,c2,o1,s1,student,false,,\n")
        .With("lineItems.csv", "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax\nl1,,,Breuken,,2026-09-01,2026-09-20,c2,k1,p1,1,10\nl2,,,Vergelijkingen,,2026-09-01,2026-10-20,c2,k1,p1,1,10\n")
        .With("results.csv", ResultsHeader + "\nr1,,,l1,s1,fully graded,7.5,2026-09-21,Goed gewerkt\nr2,,,l2,s1,fully graded,8,2026-10-21,\nr3,,,l1,s2,fully graded,6.1,2026-09-21,\n");

    /// <summary>With the language of the first student's family.</summary>
    public ImportFolder WithFamilyLanguage(string tag) => With(
        "users.csv",
        UsersHeader + $",metadata.familyLanguage\ns1,,,true,o1,student,sanne.devries,,Sanne,Vries,de,1,sanne.devries@demo.example,,,,2,,{tag}\ns2,,,true,o1,student,daan.devries,,Daan,Vries,de,2,daan.devries@demo.example,,,,2,,\n");

    /// <summary>What OneRoster lacks, for the two students.</summary>
    public ImportFolder WithOwnFiles() => this
        .With("learningLines.csv", "sourcedId,status,dateLastModified,title,subject,sortOrder\nb1,,,Lezen,Nederlands,1\n")
        .With("activities.csv", "sourcedId,learningLineSourcedId,title,sortOrder\na1,b1,Boek kiezen,1\na2,b1,Boek lezen,2\n")
        .With("activityProgress.csv", "studentSourcedId,activitySourcedId,state,date\ns1,a1,done,2026-10-01\ns2,a1,bezig,\n")
        .With("assessments.csv", "sourcedId,studentSourcedId,title,subject,date,teacher,level,text\na1,s1,Werkstuk,Biologie,2026-10-01,mw. Jansen,goed,Mooi opgebouwd.\n")
        .With("goals.csv", "sourcedId,studentSourcedId,title,description,state,dueDate\ng1,s1,Meer lezen,,busy,2026-12-01\ng2,s1,Op tijd komen,,done,2026-10-01\n")
        .With("goalSteps.csv", "sourcedId,studentSourcedId,goalSourcedId,title,state,sortOrder\nh1,s1,g1,Elke dag lezen,done,1\nh2,s1,g1,Boek uit,notStarted,2\n")
        .With("personalLinks.csv", "sourcedId,studentSourcedId,title,kind,address,description\np1,s1,Boek,source,https://bibliotheek.example/boek?x=1,\n")
        .With("conversations.csv", "sourcedId,studentSourcedId,title,date,participants,report,agreements\nc1,s1,Startgesprek,2026-09-10,Sanne en mw. Jansen,Fijn gesprek,\"eerste\ntweede\"\n");

    public const string UsersHeader = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password";

    public const string ResultsHeader = "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment";

    public const string UserS1 = "s1,,,true,o1,student,sanne.devries,,Sanne,Vries,de,1,sanne.devries@demo.example,,,,2,\n";

    public const string UserS2 = "s2,,,true,o1,student,daan.devries,,Daan,Vries,de,2,daan.devries@demo.example,,,,2,\n";

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(_path, file));

    public OneRosterSource Source() => OneRosterSource.FromPath(_path);

    public string Zip(string folder = "", Action<ZipArchive>? more = null)
    {
        var zip = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_path)!, System.IO.Path.GetFileName(_path) + ".zip");
        using var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create);
        foreach (var file in Directory.GetFiles(_path))
        {
            archive.CreateEntryFromFile(file, folder + System.IO.Path.GetFileName(file));
        }

        more?.Invoke(archive);
        return zip;
    }

    public void Dispose()
    {
        Directory.Delete(_path, recursive: true);
        File.Delete(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_path)!, System.IO.Path.GetFileName(_path) + ".zip"));
    }
}
