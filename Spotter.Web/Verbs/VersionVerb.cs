using Spotter.Core.Telemetry;

namespace Spotter.Web.Verbs;

/// <summary>Writes the version.</summary>
public sealed class VersionVerb : IVerb
{
    public string Name => "version";

    public string Summary => "Writes the version.";

    public IReadOnlyList<VerbOption> Options => [];

    public async Task<int> RunAsync(VerbArguments arguments, TextWriter output)
    {
        await output.WriteLineAsync($"Spotter {SpotterVersion.Full}");
        return 0;
    }
}
