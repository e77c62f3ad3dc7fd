using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>
/// Temporary files of .NET: uploads that are too large for memory, and new keys until they are complete. On a system that is read-only except
/// for the data folder, they have a place there.
/// </summary>
public static class TemporaryPlace
{
    /// <summary>The variable in which Unix programs, among them .NET, find the folder.</summary>
    private const string Variable = "TMPDIR";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Moves temporary files to the data folder if the usual place accepts none. If that accepts none either, nothing changes: the
    /// start reports it.</summary>
    public static void Ensure(string dataFolder)
    {
        if (OperatingSystem.IsWindows() || CanWrite(Path.GetTempPath()))
        {
            return;
        }

        try
        {
            var place = Path.Combine(dataFolder, "tmp");
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true); // what a process left that was killed
            }

            Directory.CreateDirectory(dataFolder);
            Directory.CreateDirectory(place, OwnerOnly);
            Environment.SetEnvironmentVariable(Variable, place);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The database is in the same folder, and says what is wrong with it.
        }
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            FolderProbe.Write(folder);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
