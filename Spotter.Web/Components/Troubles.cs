using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Web.Components;

/// <summary>Recognises the failures that can happen at any time: of the database, the disk, the music server, a service or a file.</summary>
public static class Troubles
{
    /// <summary>The fact to report, or null for any other exception.</summary>
    public static Fact? FactOf(Exception exception) => exception switch
    {
        ProviderException failure => failure.Reason,
        PlaylistFileException refusal => refusal.Refusal,
        LibraryScanningException scan => Fact.Of(scan.Reason, new Fact.TryAfterScan()),
        _ => DatabaseTroubles.Of(exception) is { } trouble ? DatabaseFacts.Of(trouble) : null,
    };
}
