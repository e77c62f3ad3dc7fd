using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A connection as its card shows it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="ServiceName">Its service's name.</param>
/// <param name="IsKnown">Whether this version of Spotter knows the service.</param>
/// <param name="IsRunning">Whether it is being read right now.</param>
/// <param name="Playlists">The playlists that it keeps up to date.</param>
/// <param name="NextAt">When it is read next, or null if it waits for the user.</param>
public sealed record ConnectionItem(
    SourceConnection Connection, string ServiceName, bool IsKnown, bool IsRunning, IReadOnlyList<Playlist> Playlists, DateTimeOffset? NextAt)
{
    /// <summary>The source in the configuration that this connection comes from. Null if the user made the connection.</summary>
    public IStandingSource? Standing { get; init; }

    public string TitleIn(FactWording wording) => Standing is { } standing ? wording.Say(standing.Title) : ServiceName;

    /// <summary>Whose account it is, or what it is for. Empty if the title says it.</summary>
    public string Owner => Standing is not null ? "" : Connection.IsForLinks ? "public links" : Connection.DisplayName;

    /// <summary>Days until the service ends the sign-in, if that is soon.</summary>
    public int? SignInDaysLeft(DateTimeOffset now)
        => Connection.SignInEndsAt is { } end ? (int)Math.Max(0, Math.Floor((end - now).TotalDays)) : null;
}
