using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Navidrome.Demo;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Gives every new user of the demo the sample playlists, as if they had imported the files.</summary>
public sealed class DemoWelcome(DemoMode demo, PlaylistFileReader reader, PlaylistImports imports) : ISignInListener
{
    public async Task HearAsync(SignedIn signedIn, bool hadToSignIn, CancellationToken cancellationToken)
    {
        if (!demo.IsDemo || !signedIn.IsFirstVisit)
        {
            return;
        }

        foreach (var sample in DemoSamples.Files)
        {
            foreach (var playlist in reader.Read(sample.Content.ToArray(), sample.FileName, givenName: null))
            {
                await imports.SaveAsync(
                    signedIn.UserId, ProviderKinds.File, playlist.ToSourcePlaylist(), approveRemoval: false, SyncTrigger.User, cancellationToken);
            }
        }
    }
}
