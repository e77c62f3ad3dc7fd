namespace Spotter.Core.Matching.Text;

/// <summary>A piece of a title.</summary>
/// <param name="Start">Where its text begins in the title, without blanks and bracket.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Kind">Where it is in the title.</param>
internal readonly record struct TitleSegment(int Start, int End, TitleSegmentKind Kind);
