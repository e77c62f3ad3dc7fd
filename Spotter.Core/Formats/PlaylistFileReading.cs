using Spotter.Core.Facts;


namespace Spotter.Core.Formats;

/// <summary>The result of reading a file: its playlists, or those of all files of an archive.</summary>
/// <param name="Playlists">The playlists, in file order.</param>
/// <param name="LeftOut">The files of an archive that contained no readable playlist. Empty for a file that is not an archive.</param>
public sealed record PlaylistFileReading(IReadOnlyList<PlaylistFile> Playlists, IReadOnlyList<LeftOutFile> LeftOut)
{
    /// <summary>The playlists, if every playlist file of the archive could be read. Other files in the archive do not matter.</summary>
    /// <exception cref="PlaylistFileException">A playlist file could not be read, or there is no playlist.</exception>
    public IReadOnlyList<PlaylistFile> AllOrNone()
    {
        if (LeftOut.FirstOrDefault(file => file.Cause.Problem is PlaylistFileProblem.Broken or PlaylistFileProblem.TooLarge) is { } broken)
        {
            throw Refusal(broken, new Fact.ArchiveFileUnread(broken.Name, broken.Cause.Reason));
        }

        if (Playlists.Count > 0)
        {
            return Playlists;
        }

        throw LeftOut.Count > 0 && (LeftOut.FirstOrDefault(file => file.Cause.Problem == PlaylistFileProblem.UnknownTable) ?? LeftOut[0]) is var useless
            ? Refusal(useless, new Fact.ArchiveFileUseless(useless.Name, useless.Cause.Reason))
            : new PlaylistFileException(new Fact.ArchiveWithoutFile()) { Problem = PlaylistFileProblem.NotAPlaylist };
    }

    private static PlaylistFileException Refusal(LeftOutFile file, Fact what)
        => new(what, innerException: file.Cause)
        {
            Problem = file.Cause.Problem,
            Table = file.Cause.Table,
        };
}
