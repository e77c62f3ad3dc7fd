using Spotter.Core.Formats;

namespace Spotter.Core.Providers.Files;

/// <summary>What a user has said of tables, for whoever reads files while that user is not there.</summary>
/// <param name="userName">The user's name on the music server.</param>
/// <param name="cancellationToken">Stops the read.</param>
public delegate Task<KnownTables> FindKnownTables(string userName, CancellationToken cancellationToken);
