using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>A file format for playlists.</summary>
internal interface IPlaylistFileFormat
{
    /// <summary>The stored name of the format. It never changes.</summary>
    string Family { get; }

    /// <summary>The message for a file of this format that contains no tracks.</summary>
    Fact NoTracks { get; }

    /// <summary>The maximum number of tracks in one file.</summary>
    int MostTracks => PlaylistFileLimits.MaxTracks;

    /// <summary>Whether the content is in this format. Formats are asked in order of priority, so it need not exclude what earlier ones
    /// recognise.</summary>
    bool Recognizes(PlaylistFileContent content);

    /// <summary>Reads everything that is usable.</summary>
    /// <exception cref="PlaylistFileException">The file is broken: what was read so far must not be used.</exception>
    void Read(PlaylistFileContent content, PlaylistDrafts drafts);
}
