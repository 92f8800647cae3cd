using Klik.ParentAccess;
using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Klik Parent Access",
    Author = "Klik",
    Version = "1.0.0",
    Category = "Klik")]

[assembly: Feature(
    Id = Features.ParentAccess,
    Name = "Klik Parent Access",
    Description = "Students invite parents, who sign in with Microsoft or Google and see how the student is doing.",
    Category = "Klik",
    Dependencies =
    [
        "OrchardCore.Contents",
        "OrchardCore.Email",
        "OrchardCore.Roles",
        "OrchardCore.Settings",
        "OrchardCore.Users",
    ])]

[assembly: Feature(
    Id = Features.Letters,
    Name = "Klik Parent Access: Letters",
    Description = "Parent letters with activation codes, which link a parent with a student.",
    Category = "Klik",
    Dependencies = [Features.ParentAccess])]

[assembly: Feature(
    Id = Features.StudentRecords,
    Name = "Klik Parent Access: Student Records",
    Description = "Keeps grades, progress, assessments and goals in this site, filled by import. Leave it off where the LMS gives them itself.",
    Category = "Klik",
    Dependencies = [Features.ParentAccess])]
