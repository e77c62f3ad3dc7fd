using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Files;
using Spotter.Core.Sources;
using Spotter.Navidrome.Demo;

namespace Spotter.Web.Hosting;

/// <summary>Gives whoever comes to the demo for the first time the sample playlists, as if they had imported the files.</summary>
public sealed class DemoWelcome(DemoMode demo, PlaylistFileReader reader, PlaylistStore store)
{
    /// <summary>Imports the samples for this user; does nothing outside the demo.</summary>
    public async Task WelcomeAsync(int userId, CancellationToken cancellationToken)
    {
        if (!demo.IsDemo)
        {
            return;
        }

        foreach (var sample in DemoSamples.Files)
        {
            foreach (var playlist in reader.Read(sample.Content.ToArray(), sample.FileName, givenName: null))
            {
                await store.SaveAsync(
                    userId, ProviderKinds.File, playlist.ToSourcePlaylist(), approveRemoval: false, SyncTrigger.User, cancellationToken);
            }
        }
    }
}
