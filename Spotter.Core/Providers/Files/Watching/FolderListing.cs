using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>
/// Lists what in the watched folder is a user's: the files in the folder itself, which are everybody's, and those in the sub-folder of the
/// user's name. Nothing deeper, nothing hidden, and behind no symbolic link.
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
        ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".m3u", ".m3u8", ".pls", ".xspf", ".jspf", ".json", ".jsonl", ".xml", ".wpl", ".zpl", ".asx", ".wax", ".nml", ".vdjfolder", ".zip",
    };

    // What stands for a part of a name that is no UTF-8. Such a file cannot be opened by the name that the system gives of it.
    private const char Undecoded = '\uFFFD';

    // Links are listed, though not followed: whoever put one there is told why nothing comes of it.
    private static readonly EnumerationOptions Plain = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
        RecurseSubdirectories = false,
    };

    /// <summary>The user's files, their own first, by name. An entry that cannot be looked at costs that entry only.</summary>
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

    /// <summary>Whether a file of this name may be a playlist: programs keep their half-written files beside the real ones.</summary>
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
                // It has gone since it was listed, unless it could never be found.
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

    // As the database compares the names of users: two who differ in a letter's accent, or in the case of "Ä", are two.
    private static bool IsNameOf(string directory, string userName)
        => directory.Length == userName.Length && directory.Zip(userName).All(pair => pair.First == pair.Second
            || (char.IsAsciiLetter(pair.First) && char.IsAsciiLetter(pair.Second) && char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)));
}
