using Spotter.Core.Formats;

namespace Spotter.Core.Providers.Files;

/// <summary>Finds a user's decisions about tables, for reading files in the user's absence.</summary>
/// <param name="userName">The user's name on the music server.</param>
/// <param name="cancellationToken">Stops the read.</param>
public delegate Task<KnownTables> FindKnownTables(string userName, CancellationToken cancellationToken);
