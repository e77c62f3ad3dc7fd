using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>The tracks of a collection, for programs whose playlists refer to them only by key.</summary>
internal sealed class CollectionTracks
{
    private readonly Dictionary<string, SourceTrack?> _byKey = new(StringComparer.Ordinal);

    /// <summary>Adds a track of the collection. Null if it has no title.</summary>
    /// <exception cref="PlaylistFileException">There are more tracks than a collection may have.</exception>
    public void Add(string? key, SourceTrack? track, int line)
    {
        if (_byKey.Count == PlaylistFileLimits.MaxTracksOfMany)
        {
            throw PlaylistDrafts.TooMany(line, PlaylistFileLimits.MaxTracksOfMany);
        }

        if (!string.IsNullOrEmpty(key))
        {
            _byKey[key] = track;
        }
    }

    /// <summary>Adds the track with a key to a playlist, or records why it is left out.</summary>
    public void AddTo(PlaylistDrafts drafts, string? key, int line, string playlist)
    {
        if (!_byKey.TryGetValue(key ?? "", out var track))
        {
            drafts.LeaveOut(line, LeftOutReason.NoLongerNamed, new Fact.UncollectedTrackLeftOut(), playlist);
        }
        else if (track is null)
        {
            drafts.LeaveOut(line, LeftOutReason.NoTitle, new Fact.UntitledTrackLeftOut(), playlist);
        }
        else
        {
            drafts.Add(line, track, playlist);
        }
    }

    /// <summary>A track from the fields that these programs write. Null if neither the title nor the path names it.</summary>
    public static SourceTrack? TrackOf(string? title, string? artist, string? album, int? durationMs, Text.MediaPath? path)
    {
        var name = Text.FieldText.CleanOrNull(title);
        var credit = Text.FieldText.CleanOrNull(artist);
        if (name is null && path is not null)
        {
            (var fromName, name) = ArtistAndTitle.OfFile(path);
            credit ??= fromName;
        }

        return name is null ? null : new SourceTrack
        {
            Title = name,
            Artists = credit is null ? [] : [credit],
            Album = Text.FieldText.CleanOrNull(album) ?? (path is not null && ArtistAndTitle.AreSame(path.Artist, credit) ? path.Album : null),
            DurationMs = durationMs,
            Location = path?.Location,
        };
    }
}
