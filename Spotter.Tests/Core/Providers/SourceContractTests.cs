using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Deezer;
using Spotter.Core.Providers.Files;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.LastFm;
using Spotter.Core.Providers.ListenBrainz;
using Spotter.Core.Providers.Spotify;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers;

/// <summary>What every source that users connect must guarantee.</summary>
public sealed class SourceContractTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _services;

    public SourceContractTests()
        => _services = new ServiceCollection().AddLogging().AddSettings(("Sources:Files:WatchFolder", "watched"))
            .AddSingleton<IServicePauses>(new ServicePauses(_database)).AddSingleton(TimeProvider.System)
            .AddDeezer().AddFiles().AddLastFm().AddListenBrainz().AddSpotify().AddSingleton<ProviderRegistry>()
            .BuildServiceProvider();

    private ProviderRegistry Registry => _services.GetRequiredService<ProviderRegistry>();

    [Fact]
    public void Each_has_a_kind_for_keeps_and_words_for_people()
    {
        Assert.Equal(["deezer", "file", "lastfm", "listenbrainz", "spotify"], Registry.Sources.Select(source => source.Kind));
        Assert.All(Registry.Sources, source =>
        {
            Assert.Same(source, Registry.FindSource(source.Kind));
            Assert.EndsWith(".", source.Summary.Words, StringComparison.Ordinal);
            Assert.Equal(source.Fields.Count, source.Fields.Select(field => field.Name).Distinct().Count());
            Assert.All(source.Fields, field => Assert.False(string.IsNullOrWhiteSpace(field.Label.Words)));

            // A source without a form must have another way in.
            Assert.True(source.TakesAccounts ? source.Fields.Any(field => field.IsRequired) : source is ILinkReader or IStandingSource);
        });
    }

    [Fact]
    public async Task Opening_one_asks_nothing_and_without_an_account_it_has_nothing_or_says_why()
    {
        foreach (var source in Registry.Sources)
        {
            var opened = source.Open(new SourceSession(SourceValues.None));
            Assert.Equal(source.Kind, opened.Kind);
            var failure = await Assert.ThrowsAsync<ProviderException>(() => opened.CheckAsync(default));
            Assert.Equal(source.Kind, failure.Kind);
            Assert.False(string.IsNullOrWhiteSpace(failure.Words));
        }
    }

    [Fact]
    public async Task None_is_made_for_an_account_of_the_music_server()
    {
        foreach (var source in Registry.Sources)
        {
            Assert.Null(await Registry.FindAsync<IPlaylistSource>(source.Kind, 1, default));
        }
    }

    [Fact]
    public void A_link_belongs_to_one_service_at_most()
    {
        var readers = Registry.Sources.OfType<ILinkReader>().ToList();
        foreach (var link in new[] { "https://www.last.fm/charts", "https://listenbrainz.org/playlist/0bb00000-0000-4000-8000-000000000001/", "https://www.deezer.com/playlist/1", "https://example.org/" })
        {
            Assert.InRange(readers.Count(reader => reader.FindRemoteId(new Uri(link)) is not null), 0, 1);
            Assert.InRange(readers.Count(reader => reader.Advise(new Uri(link)) is not null), 0, 1);
        }
    }

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
    }
}
