namespace Spotter.Tests.Support;

/// <summary>A test that runs another program. It is skipped where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        Program = program;
        Skip = Find(program) is null ? $"{program} is not installed." : null;
    }

    public string Program { get; }

    /// <summary>Its path. Programs of administrators may be in places where a user's shell does not look.</summary>
    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(["/usr/sbin", "/usr/local/sbin"])
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
