using System.Globalization;
using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>A file of the watched folder as listed, without its content.</summary>
/// <param name="FullPath">Its path.</param>
/// <param name="Name">Its name, for display.</param>
/// <param name="IsShared">Whether it belongs to all users instead of one.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="WrittenAt">When it was last written.</param>
/// <param name="MadeAt">When it was created: a file that replaces another one has a different time.</param>
internal sealed record FolderFile(string FullPath, string Name, bool IsShared, long Length, DateTimeOffset WrittenAt, DateTimeOffset MadeAt)
{
    /// <summary>
    /// A file that was written so recently may be written again without a change of its time, since file systems store times as coarsely as
    /// two seconds. It is left for the next read.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Changes with the content.</summary>
    public string Stamp { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Length} {WrittenAt.UtcTicks} {MadeAt.UtcTicks} {(IsShared ? "" : "own/")}{Name}");

    /// <summary>The heading under which its playlists are offered.</summary>
    public Fact Group => GroupOf(IsShared);

    /// <summary>The heading for what is everybody's, or one user's.</summary>
    public static Fact GroupOf(bool isShared) => isShared ? new Fact.GroupShared() : new Fact.GroupPrivate();

    public static FolderFile Of(FileInfo file, bool isShared)
        => new(file.FullName, file.Name, isShared, file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc);

    /// <summary>Whether nobody has written to it for a while. A time in the future says nothing and counts as settled.</summary>
    public bool IsSettled(DateTimeOffset now) => WrittenAt > now + Settling || now - WrittenAt >= Settling;
}
