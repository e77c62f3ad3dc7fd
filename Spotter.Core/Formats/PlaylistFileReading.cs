using Spotter.Core.Facts;


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
