using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>Converts the protocol's playlists.</summary>
internal static class TargetMapper
{
    /// <summary>The playlist without its entries.</summary>
    /// <param name="playlist">The playlist from the server.</param>
    /// <param name="userName">The calling user: a playlist of somebody else must not be written.</param>
    public static TargetSummary ToSummary(WirePlaylist playlist, string userName) => new(playlist.Id ?? "", NameOf(playlist, userName), (int)(playlist.SongCount ?? 0))
    {
        Comment = string.IsNullOrEmpty(playlist.Comment) ? null : playlist.Comment,
        Owner = playlist.Owner,
        IsOwn = IsOwn(playlist, userName),
        IsReadOnly = playlist.Readonly is true,
        IsPublic = playlist.Public,
        DurationSeconds = playlist.Duration is >= 0 and <= int.MaxValue ? (int)playlist.Duration : null,
        ChangedAt = playlist.Changed,
        CoverArtId = string.IsNullOrEmpty(playlist.CoverArt) ? null : playlist.CoverArt,
    };

    /// <summary>The playlist with the entries that the server shows, in order.</summary>
    public static Target ToTarget(WirePlaylist playlist, string userName)
        => new(ToSummary(playlist, userName), [.. playlist.Entry.Select(SongMapper.ToSong).OfType<Song>()]);

    private static bool IsOwn(WirePlaylist playlist, string userName)
        => string.IsNullOrEmpty(playlist.Owner) || string.Equals(playlist.Owner, userName, StringComparison.OrdinalIgnoreCase);

    /// <summary>supysonic shows another user's playlist as "[owner] name", which nobody has chosen.</summary>
    private static string NameOf(WirePlaylist playlist, string userName)
    {
        var (name, mark) = (playlist.Name ?? "", $"[{playlist.Owner}] ");
        return !IsOwn(playlist, userName) && name.StartsWith(mark, StringComparison.Ordinal) ? name[mark.Length..] : name;
    }
}
