using Spotter.Core.Formats;

namespace Spotter.Core.Providers.Files;

/// <summary>Decides, from the user's library, on which side of each line the artist is and on which the title, if the file does not
/// say.</summary>
/// <param name="userName">The user's name on the music server.</param>
/// <param name="playlist">The playlist as it was read.</param>
/// <param name="cancellationToken">Stops the search in the library.</param>
public delegate Task<PlaylistFile> SidesOf(string userName, PlaylistFile playlist, CancellationToken cancellationToken);
