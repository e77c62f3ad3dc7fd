
namespace Spotter.Navidrome.Demo;

/// <summary>Playlists exported from other services, to try the import with: together they produce every outcome of matching.</summary>
public static class DemoSamples
{
    private const string Prefix = "Spotter.Navidrome.Demo.Data.Samples.";

    /// <summary>The files, read again at each call.</summary>
    public static IReadOnlyList<DemoSample> Files
    {
        get
        {
            var assembly = typeof(DemoSamples).Assembly;
            return
            [
                .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return new DemoSample(name[Prefix.Length..], bytes.ToArray());
                }),
            ];
        }
    }
}
