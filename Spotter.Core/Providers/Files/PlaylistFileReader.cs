using Spotter.Core.Providers.Files.Formats;
using Spotter.Core.Providers.Files.Text;

namespace Spotter.Core.Providers.Files;

/// <summary>Reads playlist files. The format is told by the content; the name of the file only decides where the content leaves it open.</summary>
public sealed class PlaylistFileReader
{
    // The order is the priority: the first that recognises the content reads it. The last takes any table and says what it misses.
    private readonly IPlaylistFileFormat[] _formats =
    [
        new JspfFormat(), new XspfFormat(), new M3uFormat(), new TuneMyMusicFormat(), new ExportifyFormat(), new SoundiizFormat(), new GenericCsvFormat(),
    ];

    /// <summary>Every playlist of the file, in the order of the file; at least one, and none without tracks.</summary>
    /// <param name="file">The content, read to its end or to the limit.</param>
    /// <param name="fileName">The file's name as the user's machine gives it; a path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it.</exception>
    public async Task<IReadOnlyList<PlaylistFile>> ReadAsync(
        Stream file, string fileName, string? givenName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(fileName);
        return Read(await ReadToLimitAsync(file, cancellationToken), fileName, givenName);
    }

    /// <summary>Every playlist of a file that is in memory already.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The file's name as the user's machine gives it; a path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it.</exception>
    public IReadOnlyList<PlaylistFile> Read(byte[] bytes, string fileName, string? givenName)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        if (bytes.Length > PlaylistFileLimits.MaxBytes)
        {
            throw TooLarge();
        }

        if (BinaryContent.Describe(bytes) is { } description)
        {
            throw new PlaylistFileException(description);
        }

        var content = new PlaylistFileContent(bytes, TextContent.Decode(bytes), fileName);
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            throw new PlaylistFileException("The file is empty.");
        }

        var format = _formats.First(candidate => candidate.Recognizes(content));
        var drafts = new PlaylistDrafts();
        format.Read(content, drafts);
        return drafts.ToPlaylists(format, FirstUsable(givenName, content.Stem) ?? "Imported playlist");
    }

    private static async Task<byte[]> ReadToLimitAsync(Stream file, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // A length that a client declares proves nothing: what counts is what arrives.
            if (kept.Length + read > PlaylistFileLimits.MaxBytes)
            {
                throw TooLarge();
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static string? FirstUsable(params string?[] names)
        => names.Select(FieldText.Clean).FirstOrDefault(name => name.Length > 0);

    private static PlaylistFileException TooLarge() => new("The file is larger than 10 MB, which is the most that one import takes.");
}
