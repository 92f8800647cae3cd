using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Hosting;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>Program and data in folders of their own.</summary>
public sealed class ProgramFolderTests : IDisposable
{
    private readonly TemporaryFolder _program = new();
    private readonly TemporaryFolder _data = new();

    public void Dispose()
    {
        _program.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void A_published_program_brings_its_files_and_defaults_and_the_folder_it_is_started_in_the_rest()
    {
        Directory.CreateDirectory(_program.File("wwwroot"));
        File.WriteAllText(_program.File("appsettings.json"), """{ "A": "program", "B": "program", "C": "program", "D": "program" }""");
        File.WriteAllText(_program.File("appsettings.Production.json"), """{ "B": "program in production" }""");
        File.WriteAllText(_data.File("appsettings.json"), """{ "C": "data", "D": "data" }""");

        var builder = ProgramFolder.CreateBuilder([$"--contentRoot={_data.Path}", "--environment=Production", "--D=argument"], _program.Path);

        Assert.Equal(_program.File("wwwroot"), builder.Environment.WebRootPath);
        Assert.Equal(_data.Path, builder.Environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));
        Assert.Equal("program", builder.Configuration["A"]);
        Assert.Equal("program in production", builder.Configuration["B"]);
        Assert.Equal("data", builder.Configuration["C"]);
        Assert.Equal("argument", builder.Configuration["D"]);
    }
}
