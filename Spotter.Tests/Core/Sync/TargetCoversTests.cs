using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Navidrome.Faults;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>The source's image becomes the target's cover if the server can take one. Failures are silent, and a cover that the user has
/// set is never replaced.</summary>
public sealed class TargetCoversTests : IAsyncLifetime
{
    private const string Name = "Road trip";
    private static readonly byte[] Theirs = ImageHost.Png(99);

    private ImageHost _images = null!;
    private FaultHost _host = null!;
    private Account _account = null!;
    private int _playlist;

    public async Task InitializeAsync() => _images = await ImageHost.StartAsync();

    public async Task DisposeAsync()
    {
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _images.DisposeAsync();
    }

    private DemoPlaylist Target => _host.Server.Playlists.All.Single(list => list.Name == Name);

    private IReadOnlyList<string> Native => [.. _host.Server.Log.Requests.Select(request => request.Method).Where(method => method.StartsWith("native:", StringComparison.Ordinal) && method != "native:albums")];

    [Fact]
    public async Task The_source_s_image_becomes_the_cover_by_one_login_one_look_and_one_upload()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));

        Assert.Equal(ImageHost.Png(1), Target.Image);
        Assert.Equal(["native:login", "native:playlist", "native:image"], Native);
        Assert.True(await CoversAsync());
    }

    public static TheoryData<string> ServersWithout => [.. DemoProfile.All.Where(profile => !profile.UploadsCovers).Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(ServersWithout))]
    public async Task A_server_that_takes_no_covers_is_not_asked_and_the_image_not_fetched(string server)
    {
        await SyncedAsync(DemoProfile.All.Single(profile => profile.Name == server), _images.Put("a", ImageHost.Png(1)));

        Assert.Null(Target.Image);
        Assert.Empty(Native);
        Assert.Empty(_images.Requests);
        Assert.False(await CoversAsync());
    }

    [Fact]
    public async Task A_playlist_without_an_image_costs_nothing()
    {
        await SyncedAsync(DemoProfile.Navidrome, image: null);

        Assert.Empty(Native);
    }

    [Fact]
    public async Task The_same_image_is_neither_fetched_nor_uploaded_again_whether_songs_change_or_not()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));
        Forget();

        await RunAsync(_images.AddressOf("a"), [0, 1, 2]);
        await RunAsync(_images.AddressOf("a"), [0, 1, 2, 3]);

        Assert.Empty(Native);
        Assert.Empty(_images.Requests);
    }

    [Fact]
    public async Task Another_image_takes_the_place_of_ours_even_where_no_song_changed()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));
        Forget();

        await RunAsync(_images.Put("b", ImageHost.Png(2)), [0, 1, 2]);

        Assert.Equal(ImageHost.Png(2), Target.Image);
        Assert.Equal(["native:playlist", "native:image"], Native);
    }

    [Fact]
    public async Task The_same_image_under_another_address_is_not_uploaded_again()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));
        Forget();

        await RunAsync(_images.Put("signed-anew", ImageHost.Png(1)), [0, 1, 2]);

        Assert.Equal(["native:playlist"], Native);
    }

    [Fact]
    public async Task A_cover_that_the_user_set_before_is_kept()
    {
        await StartAsync(DemoProfile.Navidrome);
        var list = _host.Server.Playlists.Create(FaultHost.User, Name, []);
        _host.Server.Playlists.Change(list.Id, playlist => playlist with { Image = Theirs });
        _playlist = await _host.ImportAsync(_account, Name, [0, 1, 2], _images.Put("a", ImageHost.Png(1)));

        await _host.RequestAsync(_account, _playlist, SyncCommand.Pair(list.Id));
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(_playlist)).Status);

        Assert.Equal(Theirs, Target.Image);
        Assert.Empty(_images.Requests);
        // Nothing of ours was ever there, so it need not be compared.
        Assert.DoesNotContain(_host.Server.Log.Requests, request => request.Method == "getCoverArt");
    }

    [Fact]
    public async Task A_cover_that_the_user_set_in_place_of_ours_is_kept_though_the_server_names_it_alike()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));
        _host.Server.Playlists.Change(Target.Id, playlist => playlist with { Image = Theirs });

        await RunAsync(_images.Put("b", ImageHost.Png(2)), [0, 1, 2]);

        Assert.Equal(Theirs, Target.Image);
    }

    [Fact]
    public async Task A_cover_of_ours_that_the_user_removed_stays_away()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));
        _host.Server.Playlists.Change(Target.Id, playlist => playlist with { Image = null });

        await RunAsync(_images.Put("b", ImageHost.Png(2)), [0, 1, 2, 3]);

        Assert.Null(Target.Image);
    }

    [Fact]
    public async Task A_rebuilt_target_gets_its_cover_again()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)));

        await _host.RequestAsync(_account, _playlist, SyncCommand.Rebuild());
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(_playlist)).Status);

        Assert.Equal(ImageHost.Png(1), Target.Image);
    }

    [Fact]
    public async Task After_an_upgrade_the_cover_is_still_known_to_be_ours_and_the_void_token_renewed()
    {
        await SyncedAsync(DemoProfile.Navidrome with { Ids = DemoIdShape.Random, ServerVersion = "0.63.2 (demo)" }, _images.Put("a", ImageHost.Png(1)));
        _host.Server.Upgrade(DemoProfile.Navidrome);
        Forget();

        await RunAsync(_images.Put("b", ImageHost.Png(2)), [0, 1, 2]);

        Assert.Equal(ImageHost.Png(2), Target.Image);
        Assert.Equal(["native:login", "native:playlist", "native:image"], Native);
    }

    [Fact]
    public async Task What_cannot_be_fetched_is_no_matter_of_the_sync_and_is_tried_again_when_there_is_something_to_write()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.AddressOf("late"));
        Assert.Null(Target.Image);
        _images.Put("late", ImageHost.Png(1));
        Forget();

        await RunAsync(_images.AddressOf("late"), [0, 1, 2]);
        Assert.Empty(Native);

        await RunAsync(_images.AddressOf("late"), [0, 1, 2, 3]);
        Assert.Equal(ImageHost.Png(1), Target.Image);
    }

    [Fact]
    public async Task An_image_of_the_own_network_is_not_fetched()
    {
        await SyncedAsync(DemoProfile.Navidrome, _images.Put("a", ImageHost.Png(1)).Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        Assert.Null(Target.Image);
        Assert.Empty(_images.Requests);
    }

    [Theory]
    [InlineData("native:login", 401)]
    [InlineData("native:login", 403)]
    [InlineData("native:login", 404)]
    [InlineData("native:login", 429)]
    [InlineData("native:login", 302)]
    [InlineData("native:login", 200)]
    [InlineData("native:playlist", 500)]
    [InlineData("native:image", 403)]
    [InlineData("native:image", 400)]
    public async Task A_refusal_is_silence(string method, int status)
    {
        await StartAsync(DemoProfile.Navidrome);
        _host.Server.Fault = request => request.Method == method
            ? DemoFault.HtmlPage(status)
            : null;
        await ImportedAsync(_images.Put("a", ImageHost.Png(1)));

        Assert.Null(Target.Image);
        Assert.Equal(1, Native.Count(sent => sent == method));
    }

    [Fact]
    public async Task A_refused_login_is_not_tried_again_for_an_hour()
    {
        await StartAsync(DemoProfile.Navidrome);
        _host.Server.Fault = request => request.Method == "native:login" ? DemoFault.HtmlPage(401) : null;
        await ImportedAsync(_images.Put("a", ImageHost.Png(1)));

        await RunAsync(_images.AddressOf("a"), [0, 1, 2, 3]);

        Assert.Equal(["native:login"], Native);
    }

    [Fact]
    public async Task An_upload_whose_answer_was_lost_is_known_to_be_ours_afterwards()
    {
        await StartAsync(DemoProfile.Navidrome);
        var lost = 0;
        _host.Server.Fault = request => request.Method == "native:image" && Interlocked.Increment(ref lost) == 1
            ? DemoFault.LoseReply()
            : null;
        await ImportedAsync(_images.Put("a", ImageHost.Png(1)));
        Assert.Equal(ImageHost.Png(1), Target.Image);

        await RunAsync(_images.Put("b", ImageHost.Png(2)), [0, 1, 2]);

        Assert.Equal(ImageHost.Png(2), Target.Image);
    }

    [Fact]
    public async Task An_upload_that_never_arrived_is_made_by_the_next_write_and_what_is_not_there_is_not_read()
    {
        await StartAsync(DemoProfile.Navidrome);
        _host.Server.Fault = request => request.Method == "native:image" ? DemoFault.HtmlPage(500) : null;
        await ImportedAsync(_images.Put("a", ImageHost.Png(1)));
        Assert.Null(Target.Image);
        _host.Server.Fault = null;
        Forget();

        await RunAsync(_images.AddressOf("a"), [0, 1, 2, 3]);

        Assert.Equal(ImageHost.Png(1), Target.Image);
        Assert.Equal(["native:playlist", "native:image"], Native);
        Assert.DoesNotContain(_host.Server.Log.Requests, request => request.Method == "getCoverArt");
    }

    [Fact]
    public async Task A_list_that_has_another_id_after_an_upgrade_is_remembered_under_it()
    {
        var image = _images.Put("a", ImageHost.Png(1));
        await SyncedAsync(DemoProfile.Navidrome with { Ids = DemoIdShape.Random, ServerVersion = "0.63.2 (demo)" }, image);
        _host.Server.Upgrade(DemoProfile.Navidrome);

        await RunAsync(image, [0, 1, 2]);

        await using var db = _host.OpenDatabase();
        var playlist = await db.Playlists.SingleAsync(p => p.Id == _playlist);
        Assert.Equal(playlist.NavidromePlaylistId, (await db.TargetCovers.SingleAsync()).TargetId);
    }

    private async Task StartAsync(DemoProfile profile)
    {
        _host = await FaultHost.StartAsync(profile);
        _host.ForgetLogin();
        _account = await _host.AccountAsync();
        Forget();
    }

    private async Task SyncedAsync(DemoProfile profile, string? image)
    {
        await StartAsync(profile);
        await ImportedAsync(image);
    }

    private async Task ImportedAsync(string? image)
    {
        _playlist = await _host.ImportAsync(_account, Name, [0, 1, 2], image);
        await _host.RequestAsync(_account, _playlist, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(_playlist)).Status);
    }

    private async Task RunAsync(string image, IEnumerable<int> songs)
    {
        await _host.ImportAsync(_account, Name, songs, image);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await _host.RequestAsync(_account, _playlist, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(_playlist)).Status);
    }

    private void Forget()
    {
        _host.Server.Log.Clear();
        _images.Forget();
    }

    private async Task<bool?> CoversAsync() => (await _host.Get<ServerProfiles>().FindAsync(_account.ServerUrl, default))?.TakesCovers;
}
