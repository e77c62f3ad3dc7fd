namespace Spotter.Core.Formats.Exports;

/// <summary>How the paths of songs are written: below the music folder, or with the place where that lies on another machine.</summary>
/// <param name="Root">The music folder as the server names it, with its slash at the end; empty where the server names paths below it.</param>
/// <param name="Folder">Where the music lies for whoever plays the list; null for paths below it.</param>
public sealed record ExportPaths(string Root, string? Folder)
{
    /// <summary>Paths as the server names them.</summary>
    public static ExportPaths AsTheyAre { get; } = new("", null);

    /// <summary>The path of a song as the file is to name it; null where there is none.</summary>
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
