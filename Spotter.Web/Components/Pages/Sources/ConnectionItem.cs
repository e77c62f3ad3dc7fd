using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A connection as its card shows it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="ServiceName">Its service's name.</param>
/// <param name="IsKnown">Whether this version knows the service.</param>
/// <param name="IsRunning">Whether it is being read just now.</param>
/// <param name="Playlists">What it keeps current.</param>
/// <param name="NextAt">When it is read next; null where it waits for its user.</param>
public sealed record ConnectionItem(
    SourceConnection Connection, string ServiceName, bool IsKnown, bool IsRunning, IReadOnlyList<Playlist> Playlists, DateTimeOffset? NextAt)
{
    /// <summary>What makes the connection where that is the configuration; null where its user did.</summary>
    public IStandingSource? Standing { get; init; }

    /// <summary>The card's title.</summary>
    public string TitleIn(FactWording wording) => Standing is { } standing ? wording.Say(standing.Title) : ServiceName;

    /// <summary>Whose it is, or what it is for; empty where the title says it.</summary>
    public string Owner => Standing is not null ? "" : Connection.IsForLinks ? "public links" : Connection.DisplayName;

    /// <summary>Days until the service ends the sign-in, where that is near enough to matter.</summary>
    public int? SignInDaysLeft(DateTimeOffset now)
        => Connection.SignInEndsAt is { } end ? (int)Math.Max(0, Math.Floor((end - now).TotalDays)) : null;
}
