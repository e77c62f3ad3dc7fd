using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>A mixtape as its card shows it.</summary>
/// <param name="Mixtape">The mixtape.</param>
/// <param name="Persona">Its persona's name, or null.</param>
/// <param name="Playlist">The playlist that it fills, or null before it was ever made.</param>
/// <param name="Progress">How far its making is, or null where it is not being made.</param>
/// <param name="Change">What the last refresh changed, or null where there was none.</param>
/// <param name="ChangedAt">When that was.</param>
public sealed record MixtapeItem(
    Mixtape Mixtape, string? Persona, Playlist? Playlist, MixtapeProgress? Progress, SyncEventMetadata? Change, DateTimeOffset ChangedAt)
{
    /// <summary>Whether it is being made, or waits to be at once.</summary>
    public bool IsUnderWay => Progress is not null || (Mixtape is { WantedAt: not null, State: MixtapeState.Ready });

    /// <summary>When it is made next; null where nothing asks for it.</summary>
    public DateTimeOffset? NextAt => Mixtape.NextMaking();
}
