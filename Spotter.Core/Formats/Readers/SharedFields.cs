using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>A track as XSPF and JSPF describe it: the same fields, once in XML, once in JSON.</summary>
internal sealed class SharedFields
{
    public string? Title { get; set; }

    public string? Creator { get; set; }

    public IReadOnlyList<string> Artists { get; set; } = [];

    public string? Album { get; set; }

    public string? Duration { get; set; }

    public List<string> Identifiers { get; } = [];

    public List<string> Locations { get; } = [];

    public void AddTo(PlaylistDrafts drafts, int line)
    {
        var path = Locations.Select(MediaPath.ParseAddress).FirstOrDefault(parsed => parsed is not null);
        var title = FieldText.CleanOrNull(Title);
        var artist = FieldText.CleanOrNull(Creator);
        if (title is null && path is not null)
        {
            // A track that is only a file: its name is all there is.
            (var fromName, title) = ArtistAndTitle.Split(path.Title, path);
            artist ??= fromName ?? (path.IsWellKept ? path.Artist : null);
        }

        if (title is null)
        {
            drafts.LeaveOut(line, "A track without a title was left out.");
            return;
        }

        List<string> ids = [.. Identifiers, .. Locations];
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
