using System.CommandLine;
using System.CommandLine.Parsing;
using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Schools;

namespace Klik.Portal.Commands;

/// <summary>The options that name a school.</summary>
internal sealed class SchoolOptions
{
    private readonly Option<string> _school = new("--school")
    {
        Description = "The school's id: the first part of its path. A school that is not there yet is made.",
        Required = true,
    };

    private readonly Option<string?> _name = new("--name") { Description = "The name of a school that is not there yet." };

    public SchoolOptions(Command command)
    {
        _school.Validators.Add(ValidateSchool);
        _name.Validators.Add(ValidateName);
        command.Options.Add(_school);
        command.Options.Add(_name);
    }

    /// <summary>The school that is stored, or else the one to make.</summary>
    public async Task<School> FindAsync(ParseResult arguments, CommandHost host, CancellationToken cancellationToken)
    {
        var id = SchoolId.Parse(arguments.GetRequiredValue(_school));
        return await host.Schools.FindAsync(id, cancellationToken)
            ?? new School(id, SchoolName.TryParse(arguments.GetValue(_name), out var name) is null ? name : id.Value);
    }

    private static void ValidateSchool(OptionResult result)
    {
        if (!SchoolId.TryParse(result.GetValueOrDefault<string>(), out var id))
        {
            result.AddError("A school id has 1 to 40 lower-case letters, digits and inner hyphens.");
        }
        else if (ReservedSchoolIds.Contains(id))
        {
            result.AddError("The portal itself uses this word in its paths; choose another school id.");
        }
    }

    private static void ValidateName(OptionResult result)
    {
        if (SchoolName.TryParse(result.GetValueOrDefault<string?>(), out _) is not null)
        {
            result.AddError($"A school's name has 1 to {SchoolName.MaxLength} characters, one of them a letter or digit.");
        }
    }
}
