using Microsoft.EntityFrameworkCore;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sources;

public sealed class SourceConnectionsTests : IAsyncLifetime
{
    private ListenBrainzHost _host = null!;

    private SourceConnections Connections => _host.Core.Get<SourceConnections>();

    public async Task InitializeAsync() => _host = await ListenBrainzHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_was_entered_is_kept_and_the_secret_of_it_encrypted()
    {
        var connection = await _host.ConnectAsync();

        var stored = await _host.Core.FindConnectionAsync(connection.Id);
        Assert.Equal(("ann", "ann", SourceConnectionState.Working), (stored.OwnerId, stored.DisplayName, stored.State));
        Assert.Equal(["user"], stored.Settings.Keys);
        Assert.DoesNotContain("ann-token", stored.ProtectedSecrets, StringComparison.Ordinal);
        Assert.Equal("ann-token", _host.Core.Get<SourceSessions>().ReadValues(stored).Find("token"));
        Assert.DoesNotContain("ann-token", _host.Core.Get<SourceSessions>().ReadValues(stored).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "User name is missing.")]
    [InlineData("nobody", "ListenBrainz knows no user 'nobody'. Compare it with the address of your profile there.")]
    public async Task What_the_service_refuses_is_not_kept(string? user, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => _host.ConnectAsync(user!, null));

        Assert.Equal(sentence, refusal.Words);
        Assert.Empty(await Connections.ListAsync(_host.Ann.UserId, default));
    }

    [Fact]
    public async Task Connecting_the_same_account_again_renews_the_one_there_is()
    {
        var first = await _host.ConnectAsync(token: null);
        var second = await _host.ConnectAsync("Ann");

        Assert.Equal(first.Id, second.Id);
        Assert.NotNull((await _host.Core.FindConnectionAsync(first.Id)).ProtectedSecrets);
    }

    [Fact]
    public async Task A_secret_left_blank_stays_as_it_was_and_another_account_is_refused()
    {
        _host.Service.Users.Add("bob");
        var connection = await _host.ConnectAsync();

        await Connections.ConnectAsync(_host.Ann.UserId, "listenbrainz", SourceSetup.Values(("user", "ann"), ("token", "")), connection.Id, default);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Connections.ConnectAsync(
            _host.Ann.UserId, "listenbrainz", SourceSetup.Values(("user", "bob")), connection.Id, default));

        Assert.Equal("ann-token", _host.Core.Get<SourceSessions>().ReadValues(await _host.Core.FindConnectionAsync(connection.Id)).Find("token"));
        Assert.Contains("ann's", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsing_says_what_is_in_Spotter_and_what_is_wanted()
    {
        _host.AddList(1, "Read", 1);
        _host.AddList(2, "Wanted", 1);
        _host.AddList(3, "Neither", 1);
        var connection = await _host.ConnectAsync();
        await _host.Core.AddAsync(_host.Ann, connection, keepInSync: false, ListenBrainzDouble.ListId(1));
        await Connections.AddAsync(_host.Ann.UserId, connection.Id, [new(ListenBrainzDouble.ListId(2), "Wanted", null)], false, default);

        var offers = (await Connections.BrowseAsync(_host.Ann.UserId, connection.Id, default)).ToDictionary(offer => offer.Summary.Name);

        Assert.Equal((true, false), (offers["Read"].PlaylistId is not null, offers["Read"].IsWanted));
        Assert.Equal((false, true), (offers["Wanted"].PlaylistId is not null, offers["Wanted"].IsWanted));
        Assert.Equal((false, false), (offers["Neither"].PlaylistId is not null, offers["Neither"].IsWanted));
    }

    [Fact]
    public async Task Disconnecting_forgets_every_secret_and_keeps_the_playlists_which_a_new_connection_takes_up()
    {
        var list = _host.AddList(1, "Road trip", 2);
        var connection = await _host.ConnectAsync();
        await _host.Core.AddAsync(_host.Ann, connection, keepInSync: false, list.Mbid);
        var before = await _host.Core.FindAsync(_host.Ann, list.Mbid);

        await Connections.DisconnectAsync(_host.Ann.UserId, connection.Id, default);

        var left = await _host.Core.FindAsync(_host.Ann, list.Mbid);
        Assert.Empty(await Connections.ListAsync(_host.Ann.UserId, default));
        Assert.Equal((before.Id, null, 2, false), (left.Id, left.ConnectionId, left.Tracks.Count, left.IsGoneAtSource));

        list.Edit(ListenBrainzHost.Song(1));
        var again = await _host.ConnectAsync();
        await _host.Core.RefreshAsync(again.Id);
        var after = await _host.Core.FindAsync(_host.Ann, list.Mbid);
        Assert.Equal((before.Id, again.Id, 1), (after.Id, after.ConnectionId, after.Tracks.Count));
    }

    [Fact]
    public async Task A_test_says_whose_account_answers_and_wakes_what_waited()
    {
        var connection = await _host.ConnectAsync();
        _host.Service.Fail("/1/user", 400, "{\"code\":400,\"error\":\"No.\"}");
        Assert.Equal(SourceConnectionState.Retrying, (await _host.Core.RefreshAsync(connection.Id)).State);
        _host.Core.SourceScheduler.Nudges.Clear();

        Assert.Equal("ann", (await Connections.TestAsync(_host.Ann.UserId, connection.Id, default))!.Name);

        var stored = await _host.Core.FindConnectionAsync(connection.Id);
        Assert.Equal((SourceConnectionState.Working, null, null), (stored.State, stored.Problem.Words, stored.NextTryAt));
        Assert.Equal(connection.Id, Assert.Single(_host.Core.SourceScheduler.Nudges).ConnectionId);
    }

    [Fact]
    public async Task Lost_keys_ask_for_the_sign_in_and_lose_nothing_else()
    {
        var list = _host.AddList(1, "Road trip", 2);
        var connection = await _host.ConnectAsync();
        await _host.Core.AddAsync(_host.Ann, connection, keepInSync: false, list.Mbid);

        // The other process has other keys.
        var another = _host.StartAnother();
        var stored = await another.RefreshAsync(connection.Id);

        Assert.Equal(SourceConnectionState.NeedsUser, stored.State);
        Assert.Contains("keys", stored.Problem.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await another.FindAsync(_host.Ann, list.Mbid)).Tracks.Count);
    }

    [Fact]
    public async Task A_service_that_this_version_does_not_know_is_said_and_kept()
    {
        var connection = await _host.ConnectAsync();
        await using (var db = _host.Core.Database.CreateDbContext())
        {
            await db.SourceConnections.ExecuteUpdateAsync(set => set.SetProperty(c => c.Kind, "carrier-pigeon"));
        }

        var stored = await _host.Core.RefreshAsync(connection.Id);

        Assert.Equal(
            "This version of Spotter does not know the service 'carrier-pigeon'. Its playlists are kept in their last version.", stored.Problem.Words);
    }

    [Fact]
    public async Task A_public_link_is_looked_up_and_followed_without_an_account()
    {
        var list = _host.AddList(1, "Road trip", 2);
        list.Edit(ListenBrainzHost.Song(1));

        var found = await Connections.LookUpLinkAsync(_host.Ann.UserId, $" https://listenbrainz.org/playlist/{list.Mbid}/ ", default);
        await Connections.AddLinkAsync(_host.Ann.UserId, found, keepInSync: false, default);
        var links = Assert.Single(await Connections.ListAsync(_host.Ann.UserId, default));
        await _host.Core.RefreshAsync(links.Id);
        list.Edit(ListenBrainzHost.Song(1), ListenBrainzHost.Song(2));
        await _host.Core.RefreshAsync(links.Id);

        Assert.Equal(("Road trip", 1, true), (found.Summary.Name, found.Summary.TrackCount, links.IsForLinks));
        Assert.Equal(2, (await _host.Core.FindAsync(_host.Ann, list.Mbid)).Tracks.Count);
    }

    [Fact]
    public async Task A_link_that_leads_to_nothing_everybody_may_see_says_so()
    {
        var refusal = await Assert.ThrowsAsync<ProviderException>(
            () => Connections.LookUpLinkAsync(_host.Ann.UserId, "https://listenbrainz.org/playlist/0bb00000-0000-4000-8000-000000000404/", default));

        Assert.Equal("ListenBrainz has no public playlist at this link. It may be private, or gone.", refusal.Words);
    }

    [Fact]
    public async Task What_the_service_shows_only_to_an_account_is_read_and_followed_through_the_users_own()
    {
        var list = _host.AddList(1, "Secret", 1);
        list.IsPublic = false;
        var link = $"https://listenbrainz.org/playlist/{list.Mbid}/";
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Connections.LookUpLinkAsync(_host.Ann.UserId, link, default));
        Assert.Equal(ProviderFailure.Forbidden, refusal.Failure);

        var connection = await _host.ConnectAsync();
        var found = await Connections.LookUpLinkAsync(_host.Ann.UserId, link, default);
        await Connections.AddLinkAsync(_host.Ann.UserId, found, keepInSync: false, default);
        await _host.Core.RefreshAsync(connection.Id);

        Assert.Equal((connection.Id, "Secret"), (found.ConnectionId, found.Summary.Name));
        Assert.Equal(connection.Id, (await _host.Core.FindAsync(_host.Ann, list.Mbid)).ConnectionId);
        Assert.Single(await Connections.ListAsync(_host.Ann.UserId, default));
    }

    [Fact]
    public async Task Nobody_reaches_another_users_connection()
    {
        var connection = await _host.ConnectAsync();
        var bob = await _host.Core.Database.AddUserAsync("bob");
        _host.Core.SourceScheduler.Nudges.Clear();

        Assert.Empty(await Connections.ListAsync(bob.UserId, default));
        Assert.Empty(await Connections.BrowseAsync(bob.UserId, connection.Id, default));
        Assert.Null(await Connections.TestAsync(bob.UserId, connection.Id, default));
        await Connections.AddAsync(bob.UserId, connection.Id, [new("x", "X", 1)], true, default);
        await Connections.SetNewOnesAsync(bob.UserId, connection.Id, true, true, default);
        await Connections.RefreshAsync(bob.UserId, connection.Id, SyncTrigger.User, default);
        await Connections.DisconnectAsync(bob.UserId, connection.Id, default);

        var stored = await _host.Core.FindConnectionAsync(connection.Id);
        Assert.Equal((0, false), (stored.Wanted.Count, stored.AddsNewPlaylists));
        Assert.Empty(_host.Core.SourceScheduler.Nudges);
    }
}
