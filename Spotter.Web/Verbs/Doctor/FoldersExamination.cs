using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Spotter.Core.Providers.Files;
using Spotter.Web.Settings;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Whether the folders can be used by whoever runs this.</summary>
public sealed class FoldersExamination(SpotterSettings settings, IOptions<FilesOptions> files) : IExamination
{
    /// <summary>Room for a library, an upgrade and a backup.</summary>
    private const long LittleRoom = 500_000_000;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public string Title => "Folders";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return Look("The data folder", settings.DataFolder, "ConnectionStrings:Spotter");
        if (Directory.Exists(settings.DataFolder) && new DriveInfo(settings.DataFolder).AvailableFreeSpace is < LittleRoom and var room)
        {
            yield return Finding.Note($"Only {room / 1_000_000:N0} MB are free on the disk of the data folder. Make room before an upgrade or a large library.");
        }

        yield return Look("The folder of the keys", settings.KeysPath, "DataProtection:KeysPath");
        if (Directory.Exists(settings.KeysPath))
        {
            if (!Directory.EnumerateFiles(settings.KeysPath, "key-*.xml").Any())
            {
                yield return Finding.Note("There are no keys yet. Spotter creates them when it starts; if it has run before, they are lost, and everybody signs in again.");
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(settings.KeysPath) & Others) != 0)
            {
                yield return Finding.Note($"Other users of this machine may read the folder of the keys. Spotter closes it when it starts; to do it now: chmod 700 {settings.KeysPath}");
            }
        }

        if (files.Value.WatchFolder is { Length: > 0 } watched)
        {
            yield return LookAtWatched(watched);
        }
    }

    private static Finding Look(string what, string path, string setting)
    {
        if (File.Exists(path))
        {
            return Finding.Wrong($"{what}, {path}, is a file. Set {setting} to something else.");
        }

        // What does not exist yet is created at the start, if its parent allows it.
        var existing = new DirectoryInfo(path);
        while (!existing.Exists && existing.Parent is { } parent)
        {
            existing = parent;
        }

        try
        {
            FolderProbe.Write(existing.FullName);
            return existing.FullName == new DirectoryInfo(path).FullName
                ? Finding.Good($"{what}, {path}, can be written.")
                : Finding.Good($"{what}, {path}, does not exist yet. Spotter creates it when it starts.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong($"{what}, {path}, cannot be written: {FirstLine(exception)} Give the user that runs Spotter the right to write {existing.FullName}, or set {setting} to another place.");
        }
    }

    private static Finding LookAtWatched(string path)
    {
        try
        {
            var count = Directory.EnumerateFiles(path).Count();
            return Finding.Good($"The watched folder, {path}, can be read and has {count} {(count == 1 ? "file" : "files")}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong($"The watched folder, {path}, cannot be read: {FirstLine(exception)} See Sources:Files:WatchFolder.");
        }
    }

    private static string FirstLine(Exception exception) => exception.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.') + ".";
}
