namespace Spotter.Core.Providers.Files.Watching;

/// <summary>
/// Lists what in the watched folder is a user's: the files in the folder itself, which are everybody's, and those in the sub-folder of the
/// user's name. Nothing deeper, nothing hidden, and no symbolic link.
/// </summary>
internal static class FolderListing
{
    /// <summary>The most files that a user has read; the first by name.</summary>
    public const int MaxFiles = 1_000;

    /// <summary>Where one stops to look at names: such a folder is no folder of playlists.</summary>
    private const int MaxEntries = 50_000;

    /// <summary>The endings under which playlist files go. What is no playlist for all that is said by the reader.</summary>
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csv", ".tsv", ".txt", ".m3u", ".m3u8", ".xspf", ".jspf", ".json", ".xml", ".zip",
    };

    private static readonly EnumerationOptions Plain = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
        RecurseSubdirectories = false,
    };

    /// <summary>The user's files, their own first, by name; and how many there are beyond the limit.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">Spotter may not list it.</exception>
    public static (IReadOnlyList<FolderFile> Files, int LeftOut) Of(string folder, string userName)
    {
        var root = new DirectoryInfo(folder);
        var entries = root.EnumerateFileSystemInfos("*", Plain).Take(MaxEntries).ToList();
        var own = entries.OfType<DirectoryInfo>().Where(directory => IsNameOf(directory.Name, userName))
            .SelectMany(directory => directory.EnumerateFiles("*", Plain).Take(MaxEntries));
        List<FolderFile> files = [.. Playlists(own, isShared: false), .. Playlists(entries.OfType<FileInfo>(), isShared: true)];
        return ([.. files.Take(MaxFiles)], Math.Max(0, files.Count - MaxFiles));
    }

    /// <summary>Whether a file of this name may be a playlist: programs keep their half-written files beside the real ones.</summary>
    public static bool IsCandidate(string name)
        => Extensions.Contains(Path.GetExtension(name)) && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal);

    private static IEnumerable<FolderFile> Playlists(IEnumerable<FileInfo> files, bool isShared)
        => files.Where(file => IsCandidate(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => FolderFile.Of(file, isShared));

    // As the database compares the names of users: two who differ in a letter's accent, or in the case of "Ä", are two.
    private static bool IsNameOf(string directory, string userName)
        => directory.Length == userName.Length && directory.Zip(userName).All(pair => pair.First == pair.Second
            || (char.IsAsciiLetter(pair.First) && char.IsAsciiLetter(pair.Second) && char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)));
}
