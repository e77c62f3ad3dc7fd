namespace Spotter.Core.Matching.Text;

/// <summary>Where a piece of a title is.</summary>
internal enum TitleSegmentKind
{
    /// <summary>The first text outside brackets: the song's name.</summary>
    Name,

    /// <summary>In brackets.</summary>
    Bracket,

    /// <summary>After a dash.</summary>
    Tail,
}
