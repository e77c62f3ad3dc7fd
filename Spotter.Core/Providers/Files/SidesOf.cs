using Spotter.Core.Formats;

namespace Spotter.Core.Providers.Files;

/// <summary>A playlist with titles and artists on the right sides, as far as the user's library tells where the file does not.</summary>
/// <param name="userName">The user's name on the music server.</param>
/// <param name="playlist">The playlist as it was read.</param>
/// <param name="cancellationToken">Stops the look into the library.</param>
public delegate Task<PlaylistFile> SidesOf(string userName, PlaylistFile playlist, CancellationToken cancellationToken);
