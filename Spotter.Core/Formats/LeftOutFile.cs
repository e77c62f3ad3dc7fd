namespace Spotter.Core.Formats;

/// <summary>A file of an archive that nothing came in from.</summary>
/// <param name="Name">Its name, with the folders of the archive.</param>
/// <param name="Cause">Why (<see cref="PlaylistFileException.Reason"/>).</param>
public sealed record LeftOutFile(string Name, PlaylistFileException Cause);
