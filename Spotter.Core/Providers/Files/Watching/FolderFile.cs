using System.Globalization;
using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>A file of the watched folder as the folder lists it; its content is not looked at.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="IsShared">Whether it belongs to everybody, and not to one user alone.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="WrittenAt">When it was last written to.</param>
/// <param name="MadeAt">When it came into being: a file that takes another's place has another moment.</param>
internal sealed record FolderFile(string FullPath, string Name, bool IsShared, long Length, DateTimeOffset WrittenAt, DateTimeOffset MadeAt)
{
    /// <summary>
    /// A file that was written to so shortly ago may be written to again without its stamp showing it: file systems keep moments as coarse as
    /// two seconds. It is left for the next look.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Moves with the content.</summary>
    public string Stamp { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Length} {WrittenAt.UtcTicks} {MadeAt.UtcTicks} {(IsShared ? "" : "own/")}{Name}");

    /// <summary>The heading under which its playlists are offered.</summary>
    public Fact Group => GroupOf(IsShared);

    /// <summary>The heading for what is everybody's, or one user's.</summary>
    public static Fact GroupOf(bool isShared) => isShared ? new Fact.GroupShared() : new Fact.GroupPrivate();

    /// <summary>Describes the file as it is now.</summary>
    public static FolderFile Of(FileInfo file, bool isShared)
        => new(file.FullName, file.Name, isShared, file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc);

    /// <summary>Whether nobody has written to it for a while. A moment that is yet to come says nothing.</summary>
    public bool IsSettled(DateTimeOffset now) => WrittenAt > now + Settling || now - WrittenAt >= Settling;
}
