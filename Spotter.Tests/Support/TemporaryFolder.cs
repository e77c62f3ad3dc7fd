namespace Spotter.Tests.Support;

/// <summary>A folder for one test, deleted at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
        : this(System.IO.Path.GetTempPath())
    {
    }

    private TemporaryFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, "spotter-tests-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>For many small files: in memory, if the system has a place for that.</summary>
    public static TemporaryFolder InMemoryWhereThereIs() => Directory.Exists("/dev/shm") ? new("/dev/shm") : new();

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was killed may still hold a file; the system clears its temporary folder.
        }
    }
}
