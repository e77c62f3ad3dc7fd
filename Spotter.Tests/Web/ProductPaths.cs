using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Benchmarks.Growth;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Mixtapes;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Sync.OtherNames;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;
using Spotter.Web.Components.Layout;
using Spotter.Web.Components.Pages.Activity;
using Spotter.Web.Components.Pages.Decisions;
using Spotter.Web.Components.Pages.Missing;
using Spotter.Web.Components.Pages.Mixtapes;
using Spotter.Web.Components.Pages.PlaylistDetail;
using Spotter.Web.Components.Pages.Playlists;
using Spotter.Web.Components.Pages.Review;
using Spotter.Web.Components.Pages.Sources;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Tests.Web;

/// <summary>Takes the application through every path of a click, a script or the schedule, over a grown database, and collects its
/// statements.</summary>
public sealed class ProductPaths : IAsyncLifetime
{
    private readonly DatabaseWork _work = new();
    private MusicBrainzDouble? _names;
    private SpotterApp? _app;

    /// <summary>Each way in which a table was read, with the statements that did so.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Steps { get; private set; } = new Dictionary<string, SortedSet<string>>();

    private IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _names = await MusicBrainzDouble.StartAsync();
        _app = SpotterApp.StartDemo(new() { ["Matching:MusicBrainz:BaseUrl"] = _names.Address.AbsoluteUri, ["Matching:MusicBrainz:Contact"] = "ann@example.org" }, services: services => services.ConfigureDbContext<SpotterDbContext>((_, options) => options.AddInterceptors(_work)));
        using var script = _app.Script("demo", "demo");
        (await script.GetAsync(new Uri("api/playlists", UriKind.Relative))).EnsureSuccessStatusCode();
        await GrownDatabase.FillAsync(
            Services.GetRequiredService<IDbContextFactory<SpotterDbContext>>(), new GrowthOptions(Tracks: 3_000, Events: 2_000, Playlists: 30, Users: 4),
            TimeProvider.System.GetUtcNow(), default);
        _work.Forget();

        await using (var scope = Services.CreateAsyncScope())
        {
            await using var db = await _app.OpenDatabaseAsync();
            var account = await db.Accounts.AsNoTracking().OrderBy(a => a.Id).FirstAsync();
            var playlist = await db.Playlists.AsNoTracking().FirstAsync(p => p.UserId == account.UserId && p.NavidromePlaylistId != null);
            await CallTheApiAsync(script, playlist.Id);
            await OpenPagesAsync(scope.ServiceProvider, account, playlist);
            await CorrectMatchesAsync(scope.ServiceProvider, account.UserId, playlist.Id);
            await ImportAsync(account, playlist.Id);
            await LetTheClockRunAsync(account);
            await LearnNamesAsync(playlist.Id);
            await RunOperationsAsync(account.UserId, playlist.Id);
        }

        await using var last = await _app.OpenDatabaseAsync();
        Steps = QueryPlans.Of(last.Database.GetConnectionString()!, _work.Statements);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            await _names!.DisposeAsync();
        }
    }

    private static async Task CallTheApiAsync(HttpClient script, int playlistId)
    {
        var description = await script.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative));
        foreach (var path in Regex.Matches(description, "\"/(api/[^\"]*)\": \\{\\s*\"get\"").Select(match => match.Groups[1].Value).Where(path => !path.EndsWith("sync-progress", StringComparison.Ordinal)))
        {
            await script.GetAsync(new Uri(path.Replace("{id}", playlistId.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), UriKind.Relative));
        }
    }

    private static async Task OpenPagesAsync(IServiceProvider pages, Account account, Playlist playlist)
    {
        var (user, none) = (account.UserId, CancellationToken.None);
        await pages.GetRequiredService<FrameViewModel>().LoadAsync(user, account.Id, none);
        await pages.GetRequiredService<SearchViewModel>().SearchAsync(user, "a", none);
        var list = pages.GetRequiredService<PlaylistsViewModel>();
        await list.LoadAsync(user, none);
        await list.ReloadAsync(user, [playlist.Id], none);
        await pages.GetRequiredService<PlaylistViewModel>().LoadAsync(user, playlist.Id, none);
        var history = pages.GetRequiredService<HistoryViewModel>();
        await history.LoadAsync(user, playlist.Id, none);
        await history.LoadOlderAsync(user, playlist.Id, none);
        var report = pages.GetRequiredService<MatchReportViewModel>();
        foreach (var filter in Enum.GetValues<ReportFilter>())
        {
            foreach (var text in (string[])["", "title 1"])
            {
                await report.ShowAsync(user, playlist.Id, filter, text, none);
                await report.ReadAsync(0, 50, none);
            }
        }

        var activity = pages.GetRequiredService<ActivityViewModel>();
        foreach (var kind in ActivityKind.Known)
        {
            foreach (var one in (int?[])[null, playlist.Id])
            {
                await activity.LoadAsync(user, kind, one, none);
                await activity.LoadOlderAsync(none);
                await activity.LoadNewerAsync(none);
            }
        }

        await pages.GetRequiredService<MissingViewModel>().LoadAsync(user, none);
        await pages.GetRequiredService<DecisionsViewModel>().LoadAsync(user, none);
        await pages.GetRequiredService<ReviewViewModel>().LoadAsync(user, none);
        await pages.GetRequiredService<SourcesViewModel>().LoadAsync(user, account.Id, none);
        await pages.GetRequiredService<ConnectionsViewModel>().LoadAsync(user, none);
        await pages.GetRequiredService<MixtapesViewModel>().LoadAsync(user, none);
    }

    private async Task CorrectMatchesAsync(IServiceProvider pages, int userId, int playlistId)
    {
        await using var db = await _app!.OpenDatabaseAsync();
        var row = await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == playlistId).OrderBy(track => track.Position).FirstAsync();
        var corrections = Services.GetRequiredService<MatchCorrections>();
        var fix = pages.GetRequiredService<FixViewModel>();
        await fix.LoadAsync(userId, [row.Id], default);
        await fix.SearchAsync("a", default);
        await corrections.NeverAsync(userId, row.Id, default);
        await corrections.UndoAsync(userId, row.Id, default);
        if ((await corrections.SearchAsync(userId, "a", 1, default)) is [var song, ..])
        {
            await corrections.PinAsync(userId, row.Id, song.Id, default);
            await corrections.RejectAsync(userId, row.Id, song.Id, default);
        }

        var best = Services.GetRequiredService<BestChoices>();
        await best.TakeAsync(userId, await best.PlanAsync(userId, [row.Id], default), default);
        var transfer = Services.GetRequiredService<DecisionTransfer>();
        var decisions = await transfer.ExportAsync(userId, default).ToListAsync();
        var change = await Services.GetRequiredService<DecisionRecorder>().RemoveAsync(userId, [.. (await Services.GetRequiredService<DecisionList>().ReadAsync(userId, default)).Select(decision => decision.Id)], default);
        await Services.GetRequiredService<DecisionRecorder>().UndoAsync(userId, change, default);
        await transfer.ImportAsync(userId, new(decisions, []), default);
    }

    private async Task ImportAsync(Account account, int playlistId)
    {
        var imports = Services.GetRequiredService<PlaylistImports>();
        var choices = Services.GetRequiredService<PlaylistChoices>();
        SourcePlaylist Playlist(int tracks) => new(
            new SourcePlaylistSummary("csv:New", "New", tracks), [.. Enumerable.Range(0, tracks).Select(i => new SourceTrack { Title = $"New {i}", Artists = ["Somebody"] })]);
        await imports.PlanAsync(account.UserId, ProviderKinds.File, Playlist(3), default);
        var stored = await imports.SaveAsync(account.UserId, ProviderKinds.File, Playlist(3), approveRemoval: true, SyncTrigger.User, default);
        await imports.SaveAsync(account.UserId, ProviderKinds.File, Playlist(2), approveRemoval: true, SyncTrigger.User, default);
        await Services.GetRequiredService<PlaylistStore>().FollowAsync(new(account.UserId, "deezer", SyncTrigger.Schedule), Playlist(3), (_, _) => Task.FromResult(true), default);
        await imports.FreeRemoteIdAsync(account.UserId, ProviderKinds.File, "csv:New", [], default);
        await choices.ForgetAsync(account.UserId, stored.PlaylistId!.Value, default);
        await choices.RenameTargetAsync(account.UserId, playlistId, "Another name", default);
        await choices.SetEditPolicyAsync(account.UserId, playlistId, EditPolicy.Mirror, default);
        await choices.DismissDriftAsync(account.UserId, playlistId, default);
    }

    private async Task LetTheClockRunAsync(Account account)
    {
        await Services.GetRequiredService<PlaylistSyncService>().SyncAllEnabledPlaylistsAsync(default);
        await Services.GetRequiredService<LibraryRereads>().RequestAsync(account.UserId, default);
        await Services.GetRequiredService<AccountRefresher>().RefreshAsync(account.Id, default);
        await Services.GetRequiredService<SyncRecovery>().SweepAsync(atStart: true, default);
        await Services.GetRequiredService<SyncRecovery>().SweepAsync(atStart: false, default);
        await Services.GetRequiredService<SourceRefresher>().NudgeDueAsync(onlyOverdue: false, default);
        await Services.GetRequiredService<StandingConnections>().EnsureAsync(default);
        await Services.GetRequiredService<MixtapeStore>().ResumePendingAsync(default);
        await Services.GetRequiredService<MixtapeStore>().NudgeDueAsync(_ => false, default);
    }

    private async Task LearnNamesAsync(int playlistId)
    {
        // The application's own lookup is switched off, and would ask about every row.
        var client = new MusicBrainzClient(
            Services.GetRequiredService<IHttpClientFactory>(), Options.Create(new MusicBrainzOptions { Enabled = true }), TimeProvider.System);
        await using (var db = await _app!.OpenDatabaseAsync())
        {
            var row = await db.Tracks.AsNoTracking().FirstAsync(t => t.PlaylistId == playlistId && t.Zone == MatchZone.None);
            var track = row.SourceTrack;
            _names!.Add(new(MusicBrainzDouble.RecordingId(1), track.Title, _names.AddArtist(1, track.Artists[0], null, ("Another name", "Artist name"))) { LengthMs = track.DurationMs });
            var question = CatalogueQuestion.Of(track)[^1];
            await Services.GetRequiredService<CatalogueAnswers>().StoreAsync(question, await client.AskAsync(question, default), default);
            await Services.GetRequiredService<CatalogueAnswers>().StoreAsync(_names.Artists[0].Mbid, null, default);
            await Services.GetRequiredService<CatalogueRematch>().RunAsync([row.Id], default);
        }

        _names.Fail("/ws/2", 503, retryAfter: TimeSpan.FromHours(1));
        using var asker = ActivatorUtilities.CreateInstance<CatalogueLookup>(Services, client);
        await asker.AskAsync(default);
    }

    private async Task RunOperationsAsync(int userId, int playlistId)
    {
        var requests = Services.GetRequiredService<SyncRequests>();
        await requests.RequestAllAsync(userId, SyncTrigger.User, default);
        foreach (var wish in (SyncCommand[])[SyncCommand.Sync(), SyncCommand.Rebuild(), SyncCommand.Remove(deleteTarget: true)])
        {
            await requests.RequestAsync(userId, playlistId, wish, SyncTrigger.User, default);
            try
            {
                await Services.GetRequiredService<SyncRunner>().RunAsync(playlistId, default);
            }
            catch (SyncFailedException)
            {
                // The result of a run does not matter here.
            }
        }

        await Services.GetRequiredService<SignInGuard>().NoteRefusalAsync(1, Guid.NewGuid());
    }
}
