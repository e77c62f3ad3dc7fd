using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>The fields of a track that XSPF and JSPF have in common, in XML and JSON.</summary>
internal sealed class SharedFields
{
    public string? Title { get; set; }

    public string? Creator { get; set; }

    public IReadOnlyList<string> Artists { get; set; } = [];

    public string? Album { get; set; }

    public string? Duration { get; set; }

    /// <summary>A comment. Some programs write "Artist - Title" there and nothing else.</summary>
    public string? Annotation { get; set; }

    public List<string> Identifiers { get; } = [];

    public List<string> Locations { get; } = [];

    /// <summary>Spotter's own data about the track, or null.</summary>
    public SourceTrack? Track { get; set; }

    public void AddTo(PlaylistDrafts drafts, int line)
    {
        if (Track is { } track && SharedExport.IsAsWritten(track, Title, Creator, Album, Locations.FirstOrDefault()))
        {
            drafts.Add(line, track);
            return;
        }

        var path = Locations.Select(MediaPath.ParseAddress).FirstOrDefault(parsed => parsed is not null);
        List<string> ids = [.. Identifiers, .. Locations];
        var title = FieldText.CleanOrNull(Title);
        var artist = FieldText.CleanOrNull(Creator);
        if (title is null && path is not null)
        {
            // An entry that is only a path: the file name is all there is.
            (var fromName, title) = ArtistAndTitle.OfFile(path);
            artist ??= fromName;
        }

        if (title is null && FieldText.CleanOrNull(Annotation) is { } annotation && ArtistAndTitle.Split(annotation, path: null) is ({ } before, var behind))
        {
            (artist, title) = (artist ?? before, behind);
        }

        if (title is null && ids.Select(TrackIds.RecordingMbid).FirstOrDefault(id => id is not null) is { } mbid)
        {
            // An entry that is only a MusicBrainz recording: it is matched by its id, and displayed with it until then.
            title = SourceTrack.TitleOf(mbid);
        }

        if (title is null)
        {
            drafts.LeaveOut(line, LeftOutReason.NoTitle, new Fact.UntitledTrackLeftOut());
            return;
        }

        drafts.Add(line, new SourceTrack
        {
            Title = title,
            Artists = Artists.Count > 0 ? Artists : artist is null ? [] : [artist],
            Album = FieldText.CleanOrNull(Album) ?? (path is not null && ArtistAndTitle.AreSame(path.Artist, artist) ? path.Album : null),
            DurationMs = TrackLength.Parse(Duration, 1),
            Isrc = Identifiers.Select(TrackIds.RecordingCode).FirstOrDefault(code => code is not null),
            RecordingMbid = ids.Select(TrackIds.RecordingMbid).FirstOrDefault(id => id is not null),
            ProviderTrackId = ids.Select(TrackIds.FromLink).FirstOrDefault(id => id is not null),
            Location = path?.Location,
        });
    }
}
