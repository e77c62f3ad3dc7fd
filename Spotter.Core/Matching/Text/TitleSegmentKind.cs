namespace Spotter.Core.Matching.Text;

/// <summary>Where a piece of a title stood.</summary>
internal enum TitleSegmentKind
{
    /// <summary>The first outside brackets: the song's name.</summary>
    Name,

    /// <summary>In brackets.</summary>
    Bracket,

    /// <summary>Behind a dash.</summary>
    Tail,
}
