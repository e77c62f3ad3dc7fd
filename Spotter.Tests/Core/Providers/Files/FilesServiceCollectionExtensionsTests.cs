using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Formats;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Files;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.Files;

public sealed class FilesServiceCollectionExtensionsTests
{
    [Fact]
    public async Task Files_are_a_kind_with_a_name_that_nobody_connects_to()
    {
        await using var services = new ServiceCollection().AddSettings().AddFiles().AddSingleton<ProviderRegistry>().BuildServiceProvider();
        var registry = services.GetRequiredService<ProviderRegistry>();

        Assert.Equal("File", registry.DisplayNameOf(ProviderKinds.File));
        Assert.Null(await registry.FindAsync<IPlaylistSource>(ProviderKinds.File, 1, CancellationToken.None));
        Assert.Empty(registry.Sources);
        Assert.NotNull(services.GetRequiredService<PlaylistFileReader>());
    }
}
