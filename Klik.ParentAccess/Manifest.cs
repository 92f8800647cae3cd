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
