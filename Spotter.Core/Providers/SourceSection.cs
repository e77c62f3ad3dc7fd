namespace Spotter.Core.Providers;

/// <summary>A section of the configuration that belongs to a source: the host checks it at start without knowing the source.</summary>
/// <param name="Section">Its name ("Sources:ListenBrainz").</param>
/// <param name="Options">The type that it is bound to; a property whose name ends in "Url" is an address, in "Folder" the path of a folder.</param>
public sealed record SourceSection(string Section, Type Options);
