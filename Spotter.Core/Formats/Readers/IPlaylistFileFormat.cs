using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>One way of writing a playlist into a file.</summary>
internal interface IPlaylistFileFormat
{
    /// <summary>The written word that is stored with the playlist; never changed.</summary>
    string Family { get; }

    /// <summary>What to say of a file of this format that holds no track.</summary>
    Fact NoTracks { get; }

    /// <summary>The most tracks that one file may hold.</summary>
    int MostTracks => PlaylistFileLimits.MaxTracks;

    /// <summary>Whether the content is of this format. Asked in the order of priority, so it need not look at what others know.</summary>
    bool Recognizes(PlaylistFileContent content);

    /// <summary>Reads everything that is usable.</summary>
    /// <exception cref="PlaylistFileException">The file is broken: what was read so far is not to be used.</exception>
    void Read(PlaylistFileContent content, PlaylistDrafts drafts);
}
