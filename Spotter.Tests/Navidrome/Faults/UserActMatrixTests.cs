using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>
/// Every fault of the database, and a power cut on either side, at every write of every action of a user on a playlist. What was accepted
/// is kept and reaches the server without another request. What was not accepted was reported, and changed nothing. On every server; a
/// sample by default.
/// </summary>
public sealed class UserActMatrixTests(ITestOutputHelper output)
{
    private const int Seed = 12;
    private const int SampleSize = 20;
    private const string Name = "Road trip";
    private const string OtherName = "Streets";
    private const string Second = "Rivers";

    private static readonly int[] Old = [0, 1, 2, 3, 4, 5];
    private static readonly int[] New = [3, 1, 12, 2, 4, 5, 13];
    private static readonly int[] WithoutSecond = [0, 2, 3, 4, 5];
    private static readonly int[] Unwanted = [1, 3, 4];
    private static readonly int[] Rest = [0, 2, 5];

    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_a_user_does_is_done_wholly_or_said_not_to_be(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var account = await host.AccountAsync();
        var cells = new List<(UserAct Act, Ailment Ailment, int At, string Write, bool IsLasting)>();
        foreach (var act in Enum.GetValues<UserAct>())
        {
            var id = await PrepareAsync(host, account, act);
            host.Sickness.Begin();
            await DoAsync(host, account, id, act);
            List<string> writes = [.. host.Sickness.Sent];
            host.Sickness.Begin();
            await host.LiveAsync(account);
            Assert.Equal($"{act}: ", $"{act}: {await ReasonAgainstAsync(host, id, act, isDone: true)}");
            cells.AddRange(
                from at in Enumerable.Range(0, writes.Count)
                from ailment in Enum.GetValues<Ailment>()
                where SickDatabase.Reaches(ailment, writes[at])
                from isLasting in ailment is Ailment.PowerCut or Ailment.PowerCutAfterwards ? new[] { false } : [false, true]
                select (act, ailment, at, writes[at], isLasting));
        }

        var wrong = new List<string>();
        foreach (var cell in Sample(cells))
        {
            if (await RunAsync(host, account, cell.Act, cell.Ailment, cell.At, cell.IsLasting) is { } reason)
            {
                wrong.Add($"{cell}: {reason}");
            }
        }

        output.WriteLine($"{server}: {cells.Count} cells, {(LongTests.AreWanted ? "all" : $"{SampleSize} by seed {Seed}")}");
        Assert.True(wrong.Count == 0, $"{server}: {wrong.Count} cells are wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    private static List<T> Sample<T>(List<T> cells)
    {
        if (LongTests.AreWanted)
        {
            return cells;
        }

        var chosen = cells.ToArray();
        new Random(Seed).Shuffle(chosen);
        return [.. chosen.Take(SampleSize)];
    }

    /// <summary>Runs the cell. Returns what is wrong, or null.</summary>
    private static async Task<string?> RunAsync(FaultHost host, Account account, UserAct act, Ailment ailment, int at, bool isLasting)
    {
        var id = await PrepareAsync(host, account, act);
        host.Sickness.Begin(ailment, at, isLasting);
        var wasTold = false;
        try
        {
            await DoAsync(host, account, id, act);
        }
        catch (Exception exception) when (exception is PowerCutException || DatabaseTroubles.Of(exception) is not null)
        {
            wasTold = true;
        }

        var (fired, isDark) = (host.Sickness.Fired, host.Sickness.IsDark);
        host.Sickness.Begin();
        if (fired == 0)
        {
            return "it did not happen";
        }

        if (isDark)
        {
            await host.BootAsync();
        }

        await host.LiveAsync(account);
        var done = await ReasonAgainstAsync(host, id, act, isDone: true);
        if (done is not null && (!wasTold || await ReasonAgainstAsync(host, id, act, isDone: false) is not null))
        {
            return $"{(wasTold ? "refused" : "accepted")}, and afterwards {done}";
        }

        await DoAsync(host, account, id, act);
        await host.LiveAsync(account);
        return await ReasonAgainstAsync(host, id, act, isDone: true) is { } again ? $"done once more, {again}" : null;
    }

    private static async Task<int> PrepareAsync(FaultHost host, Account account, UserAct act)
    {
        await host.ResetAsync();
        await using (var db = host.OpenDatabase())
        {
            await db.Pins.ExecuteDeleteAsync();
        }

        var id = await host.ImportAsync(account, Name, Old);
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        if (act == UserAct.UndoDecisions)
        {
            await DoAsync(host, account, id, UserAct.ImportDecisions);
            await host.LiveAsync(account);
        }

        return id;
    }

    private static async Task DoAsync(FaultHost host, Account account, int id, UserAct act)
    {
        switch (act)
        {
            case UserAct.ImportChange:
                await host.ImportAsync(account, Name, New);
                break;
            case UserAct.ImportArchive:
                PlaylistImport[] lists = [ImportOf(Name, New), ImportOf(Second, Old)];
                await host.Get<PlaylistImports>().SaveAllAsync(account.UserId, ProviderKinds.File, lists, SyncTrigger.User, default);
                break;
            case UserAct.Rename:
                await host.Get<PlaylistChoices>().RenameTargetAsync(account.UserId, id, OtherName, default);
                break;
            case UserAct.EditPolicy:
                await host.Get<PlaylistChoices>().SetEditPolicyAsync(account.UserId, id, EditPolicy.KeepAdded, default);
                break;
            case UserAct.Decision:
                await using (var db = host.OpenDatabase())
                {
                    var row = await db.Tracks.Where(track => track.PlaylistId == id).OrderBy(track => track.Position).Skip(1).Select(track => track.Id).FirstAsync();
                    await host.Get<MatchCorrections>().NeverAsync(account.UserId, row, default);
                }

                break;
            case UserAct.ImportDecisions:
                var decisions = Unwanted.Select(i => new FiledDecision(FiledKind.Never, null, TrackOf(i), null, null));
                await host.Get<DecisionTransfer>().ImportAsync(account.UserId, new([.. decisions], []), default);
                break;
            case UserAct.UndoDecisions:
                var taken = await host.Get<DecisionList>().ReadAsync(account.UserId, default);
                await host.Get<DecisionRecorder>().RemoveAsync(account.UserId, [.. taken.Select(decision => decision.Id)], default);
                break;
        }
    }

    private static PlaylistImport ImportOf(string name, int[] songs) => new(
        new(new("csv:" + name, name, songs.Length), [.. songs.Select(TrackOf)]),
        true);

    private static SourceTrack TrackOf(int song) => new() { Title = CoreHost.TitleOf(song), Artists = ["Ada"], Album = "Album", DurationMs = 180_000 };

    /// <summary>What is wrong after the action was done, or was not done at all; null if nothing is.</summary>
    private static async Task<string?> ReasonAgainstAsync(FaultHost host, int id, UserAct act, bool isDone)
    {
        await using var db = host.OpenDatabase();
        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == id);
        var rows = await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == id && track.Zone == MatchZone.Auto).OrderBy(track => track.Position)
            .Select(track => track.SourceTrack.Title).ToListAsync();
        var songs = (act, isDone) switch
        {
            (UserAct.ImportChange or UserAct.ImportArchive, true) => New,
            (UserAct.Decision, true) => WithoutSecond,
            (UserAct.ImportDecisions, true) or (UserAct.UndoDecisions, false) => Rest,
            _ => Old,
        };
        List<string> titles = [.. songs.Select(CoreHost.TitleOf)];
        var name = act == UserAct.Rename && isDone ? OtherName : Name;
        var policy = act == UserAct.EditPolicy && isDone ? EditPolicy.KeepAdded : default(EditPolicy?);
        var isSecondThere = await db.Playlists.AnyAsync(p => p.Name == Second);
        var lists = host.Server.Playlists.All;
        return playlist.LeaseId is not null || playlist.SyncWantedAt is not null ? "a run is under way or wanted"
            : playlist.Status != (songs.Length < Old.Length ? SyncStatus.Warning : SyncStatus.Success) ? $"it is {playlist.Status}"
            : !rows.SequenceEqual(titles) ? $"the rows are {string.Join(", ", rows)}"
            : policy is { } wanted && playlist.EditPolicy != wanted ? $"the policy is {playlist.EditPolicy}"
            : isSecondThere != (act == UserAct.ImportArchive && isDone) ? "the archive came in half"
            : lists is not [var only] ? $"the server has {lists.Count} lists"
            : only.Name != name ? $"the list is called {only.Name}"
            : !only.SongIds.Select(song => host.Server.Library.Songs.Single(other => other.Id == song).Title).SequenceEqual(titles) ? "the list holds something else"
            : null;
    }
}
