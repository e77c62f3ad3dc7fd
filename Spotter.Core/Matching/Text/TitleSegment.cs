namespace Spotter.Core.Matching.Text;

/// <summary>A piece of a title.</summary>
/// <param name="Start">Where its text begins in the title, blanks and bracket left out.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Kind">Where it stood.</param>
internal readonly record struct TitleSegment(int Start, int End, TitleSegmentKind Kind);
