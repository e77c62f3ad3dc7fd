using Spotter.Core.Accounts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Continues the syncs that waited for their user to sign in.</summary>
public sealed class SyncsWaitingForSignIn(SyncRequests requests) : ISignInListener
{
    /// <inheritdoc/>
    public async Task HearAsync(SignedIn signedIn, bool hadToSignIn, CancellationToken cancellationToken)
    {
        if (hadToSignIn)
        {
            // As if scheduled: nobody has asked for any of these playlists.
            await requests.RequestAllAsync(signedIn.UserId, SyncTrigger.Schedule, cancellationToken);
        }
    }
}
