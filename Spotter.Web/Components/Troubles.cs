using Spotter.Core.Formats;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Web.Components;

/// <summary>Knows what may go wrong for anybody at any time, and says it to people: the database, the disk, the music server, a service, a file.</summary>
public static class Troubles
{
    /// <summary>What happened and what to do; null for what is none of these.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        ProviderException or PlaylistFileException => exception.Message,
        LibraryScanningException => $"{exception.Message} Try again when that has ended.",
        _ => DatabaseTroubles.Of(exception) is { } trouble ? DatabaseTroubles.Explain(trouble) : null,
    };
}
