using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Web.Components;

/// <summary>Knows what may go wrong for anybody at any time: the database, the disk, the music server, a service, a file.</summary>
public static class Troubles
{
    /// <summary>What there is to say; null for what is none of these.</summary>
    public static Fact? FactOf(Exception exception) => exception switch
    {
        ProviderException failure => failure.Reason,
        PlaylistFileException refusal => refusal.Refusal,
        LibraryScanningException scan => Fact.Of(scan.Reason, new Fact.TryAfterScan()),
        _ => DatabaseTroubles.Of(exception) is { } trouble ? DatabaseFacts.Of(trouble) : null,
    };
}
