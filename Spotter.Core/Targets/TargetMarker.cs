using System.Globalization;

namespace Spotter.Core.Targets;

/// <summary>The comment of a target: that Spotter keeps it, its source, and how much of it was found. Its last word identifies the target
/// under a new id.</summary>
public static class TargetMarker
{
    /// <summary>Creates a marker. A playlist normally keeps its marker.</summary>
    public static string Create() => $"spotter:{Guid.NewGuid():N}";

    /// <summary>The whole comment.</summary>
    public static string CommentOf(string marker, string source, int matched, int total)
        => string.Create(CultureInfo.InvariantCulture, $"Kept in sync by Spotter from {source}: {matched:N0} of {total:N0} tracks. {marker}");

    /// <summary>Whether a target's comment contains the marker.</summary>
    public static bool IsIn(string? comment, string marker)
        => comment is not null && comment.Split([' ', '\n', '\r', '\t']).Contains(marker, StringComparer.Ordinal);
}
