using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Spotter.Benchmarks.Mutants;

/// <summary>A copy of the repository with all faults, each behind its switch, that can be tested.</summary>
internal sealed partial class MutatedBuild
{
    /// <summary>The environment variable that switches one fault on in a test process.</summary>
    public const string SwitchVariable = "SPOTTER_MUTANT";

    private static readonly string[] Folders = ["Tracks", "Playlists", "Matching", "Targets", "Formats", "Sync"];

    private static readonly string[] Marked = ["Spotter.Core.dll", "Spotter.Tests.dll"];

    private readonly string _repository;
    private readonly string _copy;
    private readonly HashSet<int> _dropped = [];

    private MutatedBuild(string repository)
    {
        _repository = repository;
        _copy = Path.Combine(repository, "artifacts", "mutants", "source");
    }

    /// <summary>The faults that compile.</summary>
    public IReadOnlyList<Mutant> Mutants { get; private set; } = [];

    /// <summary>The number of faults that do not compile.</summary>
    public int Dropped => _dropped.Count;

    /// <summary>The tests, as a program that runs them on request.</summary>
    public string Tests => Path.Combine(_copy, "Spotter.Tests", "bin", "Debug", "net10.0", "Spotter.Tests.dll");

    /// <summary>Changes with the code and the tests: results are valid as long as it is the same.</summary>
    public string Mark => string.Join('-', Marked.Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Tests)!, file))))));

    /// <summary>Copies, mutates and builds. It reuses what an earlier build left.</summary>
    public static async Task<MutatedBuild> MakeAsync(string repository, TextWriter output)
    {
        var build = new MutatedBuild(repository);
        await build.CopyAsync();
        await build.RestoreAsync();
        await build.MutateAsync();
        var names = build.NamesOf(build.Mutants);
        await build.RememberAsync(names);
        do
        {
            await build.MutateAsync();
            await output.WriteLineAsync($"Building with {build.Mutants.Count} mutants …");
        }
        while (!await build.CompilesAsync());

        await File.WriteAllLinesAsync(build.Refused, build._dropped.Select(id => names[id]).Order(StringComparer.Ordinal));

        var tests = await Tool.RunAsync("dotnet", build.BuildOf("Spotter.Tests/Spotter.Tests.csproj"), build._copy);
        return tests.ExitCode == 0 ? build : throw new InvalidOperationException("The copy with mutants does not build:\n" + tests.Output);
    }

    /// <summary>The faults that the compiler refused the last time, so that it need not be asked again.</summary>
    private string Refused => Path.Combine(_repository, "artifacts", "mutants", "refused.txt");

    /// <summary>Names that stay the same as long as their file does, whatever happens to other files.</summary>
    private Dictionary<int, string> NamesOf(IReadOnlyList<Mutant> all)
    {
        var names = new Dictionary<int, string>();
        foreach (var file in all.GroupBy(mutant => mutant.File))
        {
            var content = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(_repository, file.Key))));
            var first = file.Min(mutant => mutant.Id);
            foreach (var mutant in file)
            {
                names[mutant.Id] = $"{file.Key}\t{content}\t{mutant.Id - first}\t{mutant.Was}\t{mutant.Becomes}";
            }
        }

        return names;
    }

    private async Task RememberAsync(Dictionary<int, string> names)
    {
        if (File.Exists(Refused))
        {
            var refused = (await File.ReadAllLinesAsync(Refused)).ToHashSet(StringComparer.Ordinal);
            _dropped.UnionWith(names.Where(name => refused.Contains(name.Value)).Select(name => name.Key));
        }
    }

    private string[] BuildOf(string project) =>
    [
        "build", Path.Combine(_copy, project), "--no-restore", "-v", "q", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false",
        "-p:EnforceCodeStyleInBuild=false", "-p:GenerateDocumentationFile=false", "-p:GenerateProgramFile=false", "-clp:ErrorsOnly", "-nodeReuse:false",
    ];

    private async Task CopyAsync()
    {
        var listed = await Tool.RunAsync("git", ["ls-files", "-coz", "--exclude-standard"], _repository);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in listed.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var source = Path.Combine(_repository, file);
            if (File.Exists(source) && !IsMutated(file) && (file.StartsWith("Spotter.", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal)))
            {
                wanted.Add(file);
                await PutAsync(file, null);
            }
            else if (IsMutated(file))
            {
                wanted.Add(file);
            }
        }

        await PutAsync("Spotter.Core/MutantSwitch.cs", SwitchSource);
        await PutAsync("Spotter.Tests/MutantProgram.cs", ProgramSource);
        wanted.UnionWith(["Spotter.Core/MutantSwitch.cs", "Spotter.Tests/MutantProgram.cs"]);
        foreach (var old in Directory.EnumerateFiles(_copy, "*.cs", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(_copy, old).Replace('\\', '/');
            if (!wanted.Contains(name) && !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal))
            {
                File.Delete(old);
            }
        }
    }

    /// <summary>Writes a file of the copy if it differs, so that unchanged files are not built again.</summary>
    private async Task PutAsync(string file, string? text)
    {
        var source = Path.Combine(_repository, file);
        var target = Path.Combine(_copy, file);
        var now = text is null ? await File.ReadAllBytesAsync(source) : System.Text.Encoding.UTF8.GetBytes(text);
        if (!File.Exists(target) || !(await File.ReadAllBytesAsync(target)).AsSpan().SequenceEqual(now))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, now);
        }
    }

    private async Task RestoreAsync()
    {
        var restored = await Tool.RunAsync("dotnet", ["restore", Path.Combine(_copy, "Spotter.Tests"), "--locked-mode", "-v", "q"], _copy);
        if (restored.ExitCode != 0)
        {
            throw new InvalidOperationException("The packages of the copy could not be restored:\n" + restored.Output);
        }
    }

    private async Task MutateAsync()
    {
        var mutants = new List<Mutant>();
        var nextId = 1;
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(_repository, "Spotter.Core", folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(_repository, path).Replace('\\', '/')).Where(IsMutated);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            (var text, var found, nextId) = MutatedSource.Of(file, await File.ReadAllTextAsync(Path.Combine(_repository, file)), nextId, _dropped);
            mutants.AddRange(found);
            await PutAsync(file, text);
        }

        Mutants = mutants;
    }

    private async Task<bool> CompilesAsync()
    {
        var built = await Tool.RunAsync("dotnet", BuildOf("Spotter.Core/Spotter.Core.csproj"), _copy);
        if (built.ExitCode == 0)
        {
            return true;
        }

        var before = _dropped.Count;
        foreach (Match error in CompilerError().Matches(built.Output))
        {
            var text = await File.ReadAllTextAsync(error.Groups["file"].Value.Trim());
            _dropped.UnionWith(MutatedSource.Blame(text, Number(error.Groups["line"]), Number(error.Groups["column"])));
        }

        return _dropped.Count > before ? false : throw new InvalidOperationException("The copy with mutants does not build:\n" + built.Output);
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    /// <summary>The mapping of rows is used by the migration tools, and tested through the schema.</summary>
    private static bool IsMutated(string file)
        => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Stored/", StringComparison.Ordinal)
            && Array.Exists(Folders, folder => file.StartsWith($"Spotter.Core/{folder}/", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error CS", RegexOptions.Multiline)]
    private static partial Regex CompilerError();

    private const string SwitchSource = $$"""
        namespace Spotter.Core;

        internal static class MutantSwitch
        {
            public static readonly bool[] Reached = new bool[100_000];
            private static volatile int _active = int.TryParse(System.Environment.GetEnvironmentVariable("{{SwitchVariable}}"), out var id) ? id : 0;

            public static void TurnOn(int id) => _active = id;

            public static bool Is(int id)
            {
                Reached[id] = true;
                return id == _active;
            }
        }
        """;

    private const string ProgramSource = """
        namespace Spotter.Tests;

        internal static class MutantProgram
        {
            public static System.Threading.Tasks.Task Main()
                => new Benchmarks.Mutants.TestWorker(typeof(MutantProgram).Assembly, System.Console.Out, Spotter.Core.MutantSwitch.Reached, Spotter.Core.MutantSwitch.TurnOn).ServeAsync(System.Console.In);
        }
        """;
}
