
namespace Spotter.Core.Formats;

/// <summary>Everything that a file gave: a playlist file its playlists, an archive those of all its files.</summary>
/// <param name="Playlists">The playlists, in the order of the file.</param>
/// <param name="LeftOut">Files of an archive that gave none; empty for anything but an archive.</param>
public sealed record PlaylistFileReading(IReadOnlyList<PlaylistFile> Playlists, IReadOnlyList<LeftOutFile> LeftOut)
{
    /// <summary>The playlists, where every file of the archive that is a playlist file could be read; what is something else does not count.</summary>
    /// <exception cref="PlaylistFileException">One could not be read, or there is no playlist.</exception>
    public IReadOnlyList<PlaylistFile> AllOrNone()
    {
        if (LeftOut.FirstOrDefault(file => file.Cause.Problem is PlaylistFileProblem.Broken or PlaylistFileProblem.TooLarge) is { } broken)
        {
            throw Refusal(broken, "cannot be read");
        }

        return Playlists.Count > 0 ? Playlists
            : LeftOut.Count > 0 ? throw Refusal(LeftOut.FirstOrDefault(file => file.Cause.Problem == PlaylistFileProblem.UnknownTable) ?? LeftOut[0], "gave no playlist")
            : throw new PlaylistFileException("The archive holds no playlist file. Expected CSV, M3U, XSPF, JSPF or text files, or Spotify's account data.")
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
    }

    private static PlaylistFileException Refusal(LeftOutFile file, string what)
        => new($"“{file.Name}” in the archive {what}. {file.Cause.Reason}", innerException: file.Cause)
        {
            Problem = file.Cause.Problem,
            Table = file.Cause.Table,
        };
}
