using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>The text that spotify-backup writes: the name of a playlist on one line, then its tracks, with tabs between title, artists, album
/// and URI.</summary>
internal sealed class SpotifyBackupTextFormat : IPlaylistFileFormat
{
    private const int Uri = 3;

    public string Family => "spotify-backup";

    public Fact NoTracks => new Fact.BackupWithoutPlaylist();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content)
    {
        const int linesToLookAt = 5;
        using var lines = new StringReader(content.Text);
        for (var (i, hasName) = (0, false); i < linesToLookAt && lines.ReadLine() is { } line; i++)
        {
            if (!line.Contains('\t', StringComparison.Ordinal))
            {
                hasName |= !string.IsNullOrWhiteSpace(line);
            }
            else
            {
                return hasName && IsTrack(line.Split('\t', Uri + 2));
            }
        }

        return false;
    }

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        using var lines = new StringReader(content.Text);
        var number = 0;
        string? playlist = null;
        while (lines.ReadLine() is { } line)
        {
            number++;
            FieldText.RefuseLongLine(line.Length, number);
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var cells = line.Split('\t', Uri + 2);
            if (cells.Length == 1)
            {
                playlist = FieldText.CleanOrNull(line);
            }
            else if (FieldText.CleanOrNull(cells[0]) is not { } title)
            {
                drafts.LeaveOut(number, LeftOutReason.NoTitle, new Fact.UntitledTrackLeftOut(), playlist);
            }
            else
            {
                drafts.Add(number, new SourceTrack
                {
                    Title = title,
                    Artists = FieldText.CleanOrNull(cells[1]) is { } artists ? [artists] : [],
                    Album = cells.Length > 2 ? FieldText.CleanOrNull(cells[2]) : null,
                    ProviderTrackId = cells.Length > Uri ? TrackIds.Spotify(cells[Uri]) : null,
                }, playlist);
            }
        }
    }

    private static bool IsTrack(string[] cells) => cells.Length > Uri && cells[Uri].StartsWith("spotify:", StringComparison.Ordinal);
}
