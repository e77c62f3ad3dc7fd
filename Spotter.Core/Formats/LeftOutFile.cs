namespace Spotter.Core.Formats;

/// <summary>A file of an archive that nothing was imported from.</summary>
/// <param name="Name">Its name, with its path in the archive.</param>
/// <param name="Cause">The reason (<see cref="PlaylistFileException.Reason"/>).</param>
public sealed record LeftOutFile(string Name, PlaylistFileException Cause);
