using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>A mixtape as its card shows it.</summary>
/// <param name="Mixtape">The mixtape.</param>
/// <param name="Persona">Its persona's name, or null.</param>
/// <param name="Playlist">The playlist that it fills, or null until it has been made.</param>
/// <param name="Progress">The progress of making it, or null if it is not being made.</param>
/// <param name="Change">What the last refresh changed, or null if there was none.</param>
/// <param name="ChangedAt">When that was.</param>
public sealed record MixtapeItem(
    Mixtape Mixtape, string? Persona, Playlist? Playlist, MixtapeProgress? Progress, SyncEventMetadata? Change, DateTimeOffset ChangedAt)
{
    /// <summary>Whether it is being made or is about to be.</summary>
    public bool IsUnderWay => Progress is not null || (Mixtape is { WantedAt: not null, State: MixtapeState.Ready });

    /// <summary>When it is made next, or null if nothing is scheduled or requested.</summary>
    public DateTimeOffset? NextAt => Mixtape.NextMaking();
}
