namespace Spotter.Core.Matching.Text;

/// <summary>A piece of a title.</summary>
/// <param name="Text">Its text, trimmed, without brackets.</param>
/// <param name="Kind">Where it stood.</param>
/// <param name="Start">Where it began.</param>
internal readonly record struct TitleSegment(string Text, TitleSegmentKind Kind, int Start);
