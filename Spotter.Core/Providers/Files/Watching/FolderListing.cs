using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>
/// Lists a user's files in the watched folder: the files in the folder itself, which all users share, and those in the subfolder with the
/// user's name. It goes no deeper, skips hidden files and follows no symbolic links.
/// </summary>
internal static class FolderListing
{
    /// <summary>The maximum number of files per user, the first ones by name.</summary>
    public const int MaxFiles = 1_000;

    /// <summary>The maximum number of names that are listed: a folder with more is not a folder of playlists.</summary>
    private const int MaxEntries = 50_000;

    /// <summary>The extensions of playlist files. The reader finds out whether a file really is one.</summary>
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".m3u", ".m3u8", ".pls", ".xspf", ".jspf", ".json", ".jsonl", ".xml", ".wpl", ".zpl", ".asx", ".wax", ".nml", ".vdjfolder", ".zip",
    };

    // Replaces a part of a name that is not valid UTF-8. Such a file cannot be opened by the name that the system reports.
    private const char Undecoded = '\uFFFD';

    // Links are listed but not followed, so that whoever put one there is told why it is ignored.
    private static readonly EnumerationOptions Plain = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
        RecurseSubdirectories = false,
    };

    /// <summary>The user's files, their own first, by name. An entry that cannot be read does not affect the others.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">Spotter may not list it.</exception>
    public static FolderContent Of(string folder, string userName)
    {
        var root = new DirectoryInfo(folder);
        var entries = root.EnumerateFileSystemInfos("*", Plain).Take(MaxEntries).ToList();
        var files = new List<FolderFile>();
        var troubles = new List<FolderTrouble>();
        foreach (var own in entries.OfType<DirectoryInfo>().Where(directory => IsNameOf(directory.Name, userName) && directory.LinkTarget is null))
        {
            Look(Files(own, troubles), isShared: false, files, troubles);
        }

        Look(entries.OfType<FileInfo>(), isShared: true, files, troubles);
        return new([.. files.Take(MaxFiles)], [.. troubles.Take(MaxFiles)], Math.Max(0, files.Count - MaxFiles));
    }

    /// <summary>Whether a file with this name may be a playlist: programs keep their half-written files beside the real ones.</summary>
    public static bool IsCandidate(string name)
        => Extensions.Contains(Path.GetExtension(name)) && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal);

    private static List<FileInfo> Files(DirectoryInfo own, List<FolderTrouble> troubles)
    {
        try
        {
            return [.. own.EnumerateFiles("*", Plain).Take(MaxEntries)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            troubles.Add(new(own.Name, IsShared: false, new Fact.SubfolderForbidden(own.Name)) { MayHoldPlaylists = true });
            return [];
        }
    }

    private static void Look(IEnumerable<FileInfo> entries, bool isShared, List<FolderFile> files, List<FolderTrouble> troubles)
    {
        foreach (var entry in entries.Where(file => IsCandidate(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            try
            {
                if (entry.LinkTarget is not null)
                {
                    troubles.Add(new(entry.Name, isShared, new Fact.FileIsLink(entry.Name)));
                }
                else
                {
                    files.Add(FolderFile.Of(entry, isShared));
                }
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                // The file was deleted since it was listed, unless it could never be found.
                if (entry.Name.Contains(Undecoded, StringComparison.Ordinal))
                {
                    troubles.Add(new(entry.Name, isShared, new Fact.FileNameUnreadable(entry.Name)));
                }
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                troubles.Add(new(entry.Name, isShared, new Fact.FileUnlookable(entry.Name, refusal.Message)) { MayHoldPlaylists = true });
            }
        }
    }

    // Compares like the database does: names that differ in an accent, or in the case of a letter such as "Ä", are different users.
    private static bool IsNameOf(string directory, string userName)
        => directory.Length == userName.Length && directory.Zip(userName).All(pair => pair.First == pair.Second
            || (char.IsAsciiLetter(pair.First) && char.IsAsciiLetter(pair.Second) && char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)));
}
