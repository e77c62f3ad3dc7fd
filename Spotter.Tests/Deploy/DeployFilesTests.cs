using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spotter.Core.Telemetry;
using Spotter.Tests.Support;
using Spotter.Web.Hosting;
using Spotter.Web.Settings;

namespace Spotter.Tests.Deploy;

/// <summary>The files with which Spotter is installed name only what is there: variables, ports, paths, users and verbs.</summary>
public sealed partial class DeployFilesTests
{
    private const string Port = "5080";
    private const string User = "1654";

    /// <summary>Variables of .NET and of the system.</summary>
    private static readonly string[] Others = ["ASPNETCORE_HTTP_PORTS", "TZ"];

    public static TheoryData<string> Files =>
        ["Containerfile", "deploy/compose.yaml", "deploy/compose.postgresql.yaml", "deploy/spotter.service", "deploy/kubernetes.yaml", "Spotter.Web/Spotter.Web.csproj"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_variable_is_a_setting(string file)
    {
        var known = KnownKeys.All(AllSettings.Sections).ToHashSet(StringComparer.Ordinal);

        Assert.All(Settings(Read(file)), variable => Assert.Contains(WithoutIndex(variable), known));
    }

    [Fact]
    public void The_variables_are_found()
    {
        Assert.Equal(["Navidrome__BaseUrl", "ForwardedHeaders__KnownNetworks__0"], Settings(Read("deploy/compose.yaml")).Distinct());
        Assert.Contains("ConnectionStrings__Spotter", Settings(Read("deploy/spotter.service")));
        Assert.Contains("DataProtection__KeysPath", Settings(Read("Containerfile")));
    }

    [Fact]
    public void Container_and_build_describe_the_same_image()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "Spotter.Web/Spotter.Web.csproj"));
        var container = Read("Containerfile");

        Assert.Equal(User, project.Descendants("ContainerUser").Single().Value);
        Assert.Contains($"USER {User}\n", container, StringComparison.Ordinal);
        Assert.Contains($"--chown={User}:{User} /data /data", container, StringComparison.Ordinal);
        Assert.Contains($"-o {User} -g {User} /data", container, StringComparison.Ordinal);
        Assert.Equal(Port, project.Descendants("ContainerPort").Single().Attribute("Include")!.Value);
        Assert.Contains($"EXPOSE {Port}\n", container, StringComparison.Ordinal);
        Assert.Contains("VOLUME /data\n", container, StringComparison.Ordinal);
        Assert.Contains($"aspnet:10.0-{project.Descendants("ContainerFamily").Single().Value}\n", container, StringComparison.Ordinal);
        foreach (var variable in project.Descendants("ContainerEnvironmentVariable"))
        {
            var (name, value) = (variable.Attribute("Include")!.Value, variable.Attribute("Value")!.Value);
            Assert.True(container.Contains($"{name}={value}", StringComparison.Ordinal) || container.Contains($"{name}=\"{value}\"", StringComparison.Ordinal), name);
            Assert.True(Others.Contains(name) || value.Contains("/data/", StringComparison.Ordinal), name);
        }
    }

    [Theory]
    [InlineData("Containerfile")]
    [InlineData("deploy/compose.yaml")]
    public void The_health_check_is_a_verb_of_the_program(string file)
    {
        Assert.Contains("""["dotnet", "/app/Spotter.Web.dll", "health"]""".Replace("[\"dotnet\"", file == "Containerfile" ? "[\"dotnet\"" : "[\"CMD\", \"dotnet\"", StringComparison.Ordinal), Read(file), StringComparison.Ordinal);
        Assert.NotNull(SpotterVerbs.All.Find("health"));
    }

    [Fact]
    public void The_image_gets_no_data_of_whoever_builds_it()
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));

        Assert.All(["**/data", "**/bin", "**/obj", ".git"], pattern => Assert.Contains(pattern, ignored));
        Assert.DoesNotContain(ignored, pattern => pattern is "Spotter.Core" or "Spotter.Web" or "Directory.Build.props");
    }

    [Fact]
    public void Compose_reaches_what_it_names()
    {
        var compose = Read("deploy/compose.yaml");

        Assert.Contains($"127.0.0.1:{Port}:{Port}", compose, StringComparison.Ordinal);
        Assert.Contains("- spotter:/data\n", compose, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "deploy", Line(compose, "context:"), Line(compose, "dockerfile:"))));
        Assert.Contains("read_only: true", compose, StringComparison.Ordinal);
        Assert.Contains("secrets:\n      - ConnectionStrings__Spotter\n", Read("deploy/compose.postgresql.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Kubernetes_asks_where_Spotter_answers_and_runs_it_without_rights()
    {
        var kubernetes = Read("deploy/kubernetes.yaml");

        Assert.Equal([Port, Port, Port], Probe().Matches(kubernetes).Select(probe => probe.Groups["port"].Value));
        Assert.Equal(["/healthz", "/healthz", "/readyz"], Probe().Matches(kubernetes).Select(probe => probe.Groups["path"].Value));
        Assert.Contains($"containerPort: {Port}\n", kubernetes, StringComparison.Ordinal);
        Assert.Contains($"targetPort: {Port}\n", kubernetes, StringComparison.Ordinal);
        Assert.All(["runAsUser", "runAsGroup", "fsGroup"], id => Assert.Contains($"{id}: {User}\n", kubernetes, StringComparison.Ordinal));
        Assert.Contains("readOnlyRootFilesystem: true", kubernetes, StringComparison.Ordinal);
        Assert.Contains("type: Recreate", kubernetes, StringComparison.Ordinal);
        Assert.Contains($"mountPath: {SecretFiles.DefaultFolder}", kubernetes, StringComparison.Ordinal);
        Assert.Contains($"spotter:{SpotterVersion.Number}\n", kubernetes, StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_keeps_its_data_outside_of_the_program_and_may_write_nothing_else()
    {
        var service = Read("deploy/spotter.service");

        Assert.Contains("ConnectionStrings__Spotter=Data Source=%S/spotter/spotter.db", service, StringComparison.Ordinal);
        Assert.Contains("DataProtection__KeysPath=%S/spotter/keys", service, StringComparison.Ordinal);
        Assert.Contains("StateDirectory=spotter\n", service, StringComparison.Ordinal);
        Assert.Contains("ProtectSystem=strict", service, StringComparison.Ordinal);
        Assert.Contains("ExecStart=/opt/spotter/Spotter.Web\n", service, StringComparison.Ordinal);
        Assert.DoesNotContain("MemoryDenyWriteExecute=true", service, StringComparison.Ordinal); // .NET could not start
    }

    [SystemdFact]
    public async Task Systemd_accepts_the_service_and_finds_it_hardened()
    {
        using var folder = new TemporaryFolder();
        var unit = folder.File("spotter.service");

        // Whether the program is there is not the question.
        await File.WriteAllTextAsync(unit, Read("deploy/spotter.service").Replace("ExecStart=/opt/spotter/Spotter.Web", "ExecStart=/bin/true", StringComparison.Ordinal));

        Assert.Equal((0, ""), await AnalyseAsync("verify", unit));
        var (code, text) = await AnalyseAsync("security", "--offline=true", "--threshold=25", "--no-pager", unit);
        Assert.True(code == 0, text);
    }

    private static async Task<(int Code, string Text)> AnalyseAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("systemd-analyze", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n");

    private static string Line(string text, string key) => text.Split('\n').Single(line => line.Trim().StartsWith(key, StringComparison.Ordinal)).Split(':', 2)[1].Trim();

    private static IEnumerable<string> Settings(string text) => Variable().Matches(text).Select(match => match.Value).Where(variable => !Others.Contains(variable));

    private static string WithoutIndex(string variable) => Index().Replace(variable, "").Replace("__", ":", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__\w+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"__\d+$")]
    private static partial Regex Index();

    [GeneratedRegex(@"httpGet: \{ path: (?<path>\S+), port: (?<port>\d+) \}")]
    private static partial Regex Probe();
}
