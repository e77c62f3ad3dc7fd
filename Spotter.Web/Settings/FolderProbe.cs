namespace Spotter.Web.Settings;

/// <summary>Checks whether a folder accepts a file, by creating one and deleting it.</summary>
public static class FolderProbe
{
    private const int Size = 64 * 1024;

    /// <exception cref="IOException">It does not: it is gone, full, or read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">It does not: Spotter has no permission.</exception>
    public static void Write(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, $".spotter-{Guid.NewGuid():N}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose, BufferSize = 0,
        });
        file.Write(new byte[Size]);
        file.Flush(flushToDisk: true);
    }
}
