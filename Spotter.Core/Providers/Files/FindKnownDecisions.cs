using Spotter.Core.Formats;

namespace Spotter.Core.Providers.Files;

/// <summary>What a user has said of files, for whoever reads them while that user is not there.</summary>
/// <param name="userName">The user's name on the music server.</param>
/// <param name="cancellationToken">Stops the read.</param>
public delegate Task<KnownDecisions> FindKnownDecisions(string userName, CancellationToken cancellationToken);
