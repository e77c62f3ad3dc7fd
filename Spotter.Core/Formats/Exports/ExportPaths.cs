namespace Spotter.Core.Formats.Exports;

/// <summary>How the paths of songs are written: relative to the music folder, or with the location of that folder on another machine.</summary>
/// <param name="Root">The music folder in the server's paths, with its trailing slash. Empty if the server's paths are relative to it.</param>
/// <param name="Folder">The music folder on the machine where the list is played. Null for relative paths.</param>
public sealed record ExportPaths(string Root, string? Folder)
{
    /// <summary>Paths exactly as the server reports them.</summary>
    public static ExportPaths AsTheyAre { get; } = new("", null);

    /// <summary>The path to write for a song. Null if it has none.</summary>
    public string? Of(string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (Root.Length > 0 && !path.StartsWith(Root, StringComparison.Ordinal))
        {
            return path;
        }

        var below = path[Root.Length..];
        if (Folder is not { Length: > 0 } folder)
        {
            return below;
        }

        var isOfWindows = folder.Contains('\\', StringComparison.Ordinal) && !folder.Contains('/', StringComparison.Ordinal);
        return isOfWindows ? $@"{folder.TrimEnd('\\')}\{below.Replace('/', '\\')}" : $"{folder.TrimEnd('/')}/{below}";
    }
}
