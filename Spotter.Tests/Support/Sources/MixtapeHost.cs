using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Tests.Support.Sources;

/// <summary>Core with mixtapes, a double of a model server, and a user.</summary>
internal sealed class MixtapeHost : IAsyncDisposable
{
    private MixtapeHost(ModelDouble model, CoreHost core, Account ann) => (Model, Core, Ann) = (model, core, ann);

    public ModelDouble Model { get; }

    public CoreHost Core { get; }

    public Account Ann { get; }

    public MixtapeStore Store => Core.Get<MixtapeStore>();

    public RecordingMixtapeScheduler Scheduler => (RecordingMixtapeScheduler)Core.Get<IMixtapeScheduler>();

    public static async Task<MixtapeHost> StartAsync(TestDatabase? database = null, params (string Key, string Value)[] settings)
    {
        var model = await ModelDouble.StartAsync();
        (string, string)[] all = [("Mixtapes:Endpoint", model.Endpoint), ("Mixtapes:Model", ModelDouble.Model), .. settings];
        var core = new CoreHost(database ?? new TestDatabase(), sources: services => AddMixtapes(services.AddSettings(all)));
        return new(model, core, await core.Database.AddUserAsync());
    }

    /// <summary>Mixtapes with a host's wiring, and a job runner that only records nudges.</summary>
    public static void AddMixtapes(IServiceCollection services) => services.AddMixtapes().AddSingleton<IMixtapeScheduler, RecordingMixtapeScheduler>();

    /// <summary>Songs of the library as a model would name them.</summary>
    public static (string Title, string Artist)[] Named(params int[] songs) => [.. songs.Select(i => (CoreHost.TitleOf(i), "Ada"))];

    public static MixtapeDraft Draft(string prompt = "Something by the sea", int length = 5, MixtapeSchedule schedule = MixtapeSchedule.Never, bool sync = false)
        => new(null, prompt, null, null, length, schedule, sync);

    public async Task<Mixtape> WriteAsync(MixtapeDraft draft, Account? owner = null)
    {
        var saved = await Store.SaveAsync((owner ?? Ann).UserId, null, draft, default);
        Assert.Null(saved.Problem);
        return saved.Mixtape!;
    }

    /// <summary>Creates a mixtape and makes its playlist.</summary>
    public async Task<Mixtape> MakeNewAsync(MixtapeDraft draft) => await MakeAsync((await WriteAsync(draft)).Id);

    /// <summary>Requests another refresh and runs it.</summary>
    public async Task<Mixtape> MakeAgainAsync(int mixtapeId)
    {
        Core.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await Store.RequestAsync(Ann.UserId, mixtapeId, SyncTrigger.User, default));
        return await MakeAsync(mixtapeId);
    }

    /// <summary>Does what the job does. A failure is stored in the row and not thrown.</summary>
    public async Task<Mixtape> MakeAsync(int mixtapeId)
    {
        try
        {
            await Core.Get<MixtapeMaker>().MakeAsync(mixtapeId, default);
        }
        catch (MixtapeFailedException failure)
        {
            Assert.Equal(failure.Reason, (await FindAsync(mixtapeId)).Problem);
        }

        Assert.False(Core.Get<MixtapeMaker>().IsRunning(mixtapeId));
        return await FindAsync(mixtapeId);
    }

    public async Task<Mixtape> FindAsync(int mixtapeId)
    {
        await using var db = Core.Database.CreateDbContext();
        return await db.Mixtapes.AsNoTracking().SingleAsync(m => m.Id == mixtapeId);
    }

    /// <summary>The playlist that it fills, or null.</summary>
    public async Task<Playlist?> FindPlaylistAsync(Mixtape mixtape)
    {
        await using var db = Core.Database.CreateDbContext();
        return await db.Playlists.AsNoTracking().Include(p => p.Tracks.OrderBy(track => track.Position))
            .SingleOrDefaultAsync(p => p.UserId == mixtape.UserId && p.Source == "mixtape" && p.RemoteId == mixtape.Key);
    }

    public async Task<IReadOnlyList<string>> TitlesAsync(Mixtape mixtape) => [.. (await FindPlaylistAsync(mixtape))?.Tracks.Select(track => track.SourceTrack.Title) ?? []];

    public async ValueTask DisposeAsync()
    {
        Core.Dispose();
        await Model.DisposeAsync();
    }
}
