using System.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// The folders of a path and its file, as they are compared: whatever the slashes, the case and the way in which accents are put together, which
/// systems do differently. What only says where to begin (a drive, "..", a home) is no folder.
/// </summary>
internal static class PathSegments
{
    /// <summary>The folders and the file; empty for nothing.</summary>
    public static string[] Of(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return [];
        }

        // A text that is no text (half a character) cannot be put together otherwise, and is compared as it is.
        var text = System.Text.Ascii.IsValid(path) || path.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? path : path.Normalize(NormalizationForm.FormC);
        var parts = text.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var start = 0;
        while (start < parts.Length && parts[start] is "." or ".." or "~" or [_, ':'])
        {
            start++;
        }

        return start == 0 ? parts : parts[start..];
    }

    /// <summary>Whether a path begins at the root of a system.</summary>
    public static bool IsAbsolute(ReadOnlySpan<byte> path) => path is [(byte)'/' or (byte)'\\', ..] or [_, (byte)':', (byte)'/' or (byte)'\\', ..];

    /// <summary>How many folders and file, from the end, are the same.</summary>
    public static int CommonTail(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var most = Math.Min(a.Length, b.Length);
        for (var n = 0; n < most; n++)
        {
            if (!a[^(n + 1)].Equals(b[^(n + 1)], StringComparison.OrdinalIgnoreCase))
            {
                return n;
            }
        }

        return most;
    }

    /// <summary>The hash of so many segments at the end.</summary>
    public static ulong HashOfTail(ReadOnlySpan<string> segments, int count)
    {
        var hash = 0UL;
        foreach (var segment in segments[^count..])
        {
            hash = TextHash.Mix(hash ^ TextHash.Of(segment.ToUpperInvariant()));
        }

        return hash;
    }
}
