using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Navidrome;

namespace Spotter.Tests.Support.Peers;

/// <summary>A third-party server with the product's own client: supysonic, or the server named with ./test --server.</summary>
internal sealed class GivenServer : IAsyncDisposable
{
    /// <summary>gonic allows five seconds for an answer. This many rows arrive in time on any machine.</summary>
    private const int LongListOnGonic = 2_000;

    private readonly ServiceProvider _services;
    private readonly Credentials _credentials;
    private IReadOnlyList<Song>? _songs;

    public GivenServer(Uri address, string userName, string password)
    {
        _credentials = new Credentials(userName, password);
        var services = new ServiceCollection().AddLogging();
        services.AddNavidrome();
        services.AddSingleton(Options.Create(new ServerOptions { BaseUrl = address.ToString() }));
        _services = services.BuildServiceProvider();
    }

    /// <summary>Why there is no server; null if there is one.</summary>
    public static string? WhyMissing => Setting("SPOTTER_SERVER") is null ? "No server was given: ./test --server URL --user NAME --password PW." : null;

    public IIdentityProvider Identity => _services.GetRequiredService<IIdentityProvider>();

    public NavidromeProvider Provider => new(
        _services.GetRequiredService<SubsonicClientFactory>().Create(_credentials),
        _services.GetRequiredService<NativeClientFactory>().Create(_credentials),
        TimeProvider.System);

    /// <summary>The server named with ./test --server.</summary>
    public static GivenServer FromEnvironment() => new(
        new Uri(Setting("SPOTTER_SERVER")!),
        Setting("SPOTTER_SERVER_USER") ?? throw new InvalidOperationException("Name a user that was made for this: --user NAME."),
        Setting("SPOTTER_SERVER_PASSWORD") ?? throw new InvalidOperationException("Give that user's password: --password PW."));

    public async Task<WriterStage> StageAsync()
    {
        var provider = Provider;
        _songs ??= (await provider.ReadLibraryAsync(null, default)).Songs;
        Assert.True(_songs.Count >= 5, $"The library needs five songs that this user sees; it has {_songs.Count}.");
        return new WriterStage(provider, _songs, _services.GetRequiredService<SubsonicServers>().Configured.IsGonic ? LongListOnGonic : WriterStage.MoreThanOneCall);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
