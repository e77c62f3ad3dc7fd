namespace Spotter.Core.Targets;

/// <summary>One row of a comparison.</summary>
/// <param name="Kind">How both sides go together.</param>
/// <param name="Source">The row's index at the source, from 0. Null for <see cref="ComparedKind.Extra"/>.</param>
/// <param name="Server">The row's index on the server, from 0. Null if it is not there.</param>
public readonly record struct ComparedRow(ComparedKind Kind, int? Source, int? Server);
