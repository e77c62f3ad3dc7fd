using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;
using static Spotter.Tests.Support.Sources.MixtapeHost;

namespace Spotter.Tests.Core.Mixtapes;

/// <summary>What users can do with their mixtapes and personas.</summary>
public sealed class MixtapeStoreTests : IAsyncLifetime
{
    private MixtapeHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await MixtapeHost.StartAsync();
        _host.Core.FillLibrary(20);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_new_one_is_wanted_before_anybody_is_nudged()
    {
        var mixtape = await _host.WriteAsync(Draft("  Songs\u0007 for\na long, long drive through the rain at night, with the windows closed  "));

        Assert.Equal("Songs for a long, long drive through the rain…", mixtape.Name);
        Assert.Equal("Songs for a long, long drive through the rain at night, with the windows closed", mixtape.Prompt);
        Assert.NotNull((await _host.FindAsync(mixtape.Id)).WantedAt);
        Assert.Equal((mixtape.Id, mixtape.Name), Assert.Single(_host.Scheduler.Nudges));
    }

    [Theory]
    [InlineData(" \n")]
    [InlineData("\u0000")]
    public async Task A_wish_needs_words(string prompt)
        => Assert.Equal("Say what you want to hear.", (await _host.Store.SaveAsync(_host.Ann.UserId, null, Draft(prompt), default)).Problem.Words);

    [Fact]
    public async Task What_is_too_large_is_cut_to_measure()
    {
        var mixtape = await _host.WriteAsync(Draft(new string('x', 9_000), length: 10_000));

        Assert.Equal((MixtapeLimits.Text, MixtapeLimits.MostSongs), (mixtape.Prompt.Length, mixtape.Length));
        Assert.InRange(mixtape.Name.Length, 1, MixtapeLimits.Name);
    }

    [Fact]
    public async Task Schedules_ask_when_they_are_due_and_once()
    {
        _host.Model.Otherwise = _ => ModelDouble.Say(ModelDouble.Songs(Named(1, 2, 3, 4, 5)));
        var weekly = await _host.MakeNewAsync(Draft(schedule: MixtapeSchedule.Weekly));
        await _host.MakeNewAsync(Draft());
        _host.Scheduler.Nudges.Clear();

        _host.Core.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await _host.Store.NudgeDueAsync(_ => false, default));
        _host.Core.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await _host.Store.NudgeDueAsync(_ => false, default));

        Assert.Equal(weekly.Id, Assert.Single(_host.Scheduler.Nudges).MixtapeId);
        Assert.Equal(SyncTrigger.Schedule, (await _host.FindAsync(weekly.Id)).WantedBy);
        Assert.Equal(0, await _host.Store.NudgeDueAsync(id => id == weekly.Id, default));
        Assert.Equal(_host.Core.Clock.GetUtcNow().AddDays(7), (await _host.MakeAsync(weekly.Id)).NextDueAt);
        Assert.Equal(0, await _host.Store.NudgeDueAsync(_ => false, default));
    }

    [Theory]
    [InlineData(MixtapeSchedule.Never, null)]
    [InlineData(MixtapeSchedule.Daily, "2026-02-01")]
    [InlineData(MixtapeSchedule.Weekly, "2026-02-07")]
    [InlineData(MixtapeSchedule.Monthly, "2026-02-28")]
    public void A_schedule_counts_from_the_last_making(MixtapeSchedule schedule, string? expected)
        => Assert.Equal(expected, schedule.NextAfter(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_new_name_is_the_playlists_at_once_and_the_content_stays()
    {
        _host.Model.Answer(ModelDouble.Songs(Named(1, 2, 3, 4, 5)));
        var mixtape = await _host.MakeNewAsync(Draft(sync: true));
        var playlist = (await _host.FindPlaylistAsync(mixtape))!;
        await _host.Core.RunAsync(playlist.Id);

        await _host.Store.SaveAsync(_host.Ann.UserId, mixtape.Id, Draft() with { Name = "Sea" }, default);
        await _host.Core.RunAsync(playlist.Id);

        Assert.Equal("Sea", Assert.Single(_host.Core.Server.Lists).Name);
        Assert.Equal(5, (await _host.FindPlaylistAsync(mixtape))!.Tracks.Count);
        Assert.Single(_host.Model.Requests);
    }

    [Fact]
    public async Task A_deleted_one_leaves_its_playlist_marked_and_kept()
    {
        _host.Model.Answer(ModelDouble.Songs(Named(1, 2, 3, 4, 5)));
        var mixtape = await _host.MakeNewAsync(Draft());

        Assert.True(await _host.Store.DeleteAsync(_host.Ann.UserId, mixtape.Id, default));

        Assert.Empty(await _host.Store.ListAsync(_host.Ann.UserId, default));
        var kept = (await _host.FindPlaylistAsync(mixtape))!;
        Assert.Equal((true, 5), (kept.IsGoneAtSource, kept.Tracks.Count));
    }

    [Fact]
    public async Task Nobody_reaches_what_is_anothers()
    {
        var bob = await _host.Core.Database.AddUserAsync("bob");
        Assert.Null(await _host.Core.Get<PersonaStore>().SaveAsync(_host.Ann.UserId, null, "Mine", "Loud.", default));
        var persona = Assert.Single(await _host.Core.Get<PersonaStore>().ListAsync(_host.Ann.UserId, default));
        var mixtape = await _host.WriteAsync(Draft() with { PersonaId = persona.Id });
        await _host.MakeAsync(mixtape.Id);
        var before = await _host.FindAsync(mixtape.Id);

        Assert.Empty(await _host.Store.ListAsync(bob.UserId, default));
        Assert.Equal("This mixtape is gone.", (await _host.Store.SaveAsync(bob.UserId, mixtape.Id, Draft("Mine now"), default)).Problem.Words);
        Assert.False(await _host.Store.RequestAsync(bob.UserId, mixtape.Id, SyncTrigger.User, default));
        Assert.False(await _host.Store.DeleteAsync(bob.UserId, mixtape.Id, default));
        Assert.Equal("This persona is gone.", (await _host.Core.Get<PersonaStore>().SaveAsync(bob.UserId, persona.Id, "Yours", "Quiet.", default)).Words);
        await _host.Core.Get<PersonaStore>().DeleteAsync(bob.UserId, persona.Id, default);
        var theirs = await _host.WriteAsync(Draft() with { PersonaId = persona.Id }, bob);

        Assert.Null(theirs.PersonaId);
        var after = await _host.FindAsync(mixtape.Id);
        Assert.Equal((before.Prompt, before.WantedAt, before.PersonaId), (after.Prompt, after.WantedAt, after.PersonaId));
        Assert.Equal("Mine", Assert.Single(await _host.Core.Get<PersonaStore>().ListAsync(_host.Ann.UserId, default)).Name);
    }

    [Fact]
    public async Task A_persona_is_the_models_to_read_and_its_end_is_not_the_mixtapes()
    {
        var personas = _host.Core.Get<PersonaStore>();
        Assert.Null(await personas.SaveAsync(_host.Ann.UserId, null, "Sailor", "Only songs that smell of salt.", default));
        Assert.Equal("You have a persona called “Sailor” already.", (await personas.SaveAsync(_host.Ann.UserId, null, "Sailor", "x", default)).Words);
        Assert.NotNull(await personas.SaveAsync(_host.Ann.UserId, null, "Nobody", " ", default));
        var sailor = Assert.Single(await personas.ListAsync(_host.Ann.UserId, default));
        _host.Model.Otherwise = _ => ModelDouble.Say(ModelDouble.Songs(Named(1, 2, 3, 4, 5)));

        var mixtape = await _host.MakeNewAsync(Draft() with { PersonaId = sailor.Id });
        await personas.DeleteAsync(_host.Ann.UserId, sailor.Id, default);
        await _host.MakeAgainAsync(mixtape.Id);
        await _host.MakeNewAsync(Draft("Late") with { BuiltInPersona = BuiltInPersonas.All[1].Key });

        Assert.Equal(["Only songs that smell of salt.", null, BuiltInPersonas.All[1].Text], _host.Model.Questions.Select(q => q["persona"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Where_it_is_off_nothing_is_written_made_or_nudged()
    {
        await using var off = await MixtapeHost.StartAsync(null, ("Mixtapes:Endpoint", ""), ("Mixtapes:Model", ""));
        await using (var db = off.Core.Database.CreateDbContext())
        {
            db.Mixtapes.Add(new Mixtape { UserId = off.Ann.UserId, Name = "Old", Prompt = "Old", Length = 5, WantedAt = off.Core.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        var old = Assert.Single(await off.Store.ListAsync(off.Ann.UserId, default));
        Assert.NotNull((await off.Store.SaveAsync(off.Ann.UserId, null, Draft(), default)).Problem.Words);
        Assert.False(await off.Store.RequestAsync(off.Ann.UserId, old.Id, SyncTrigger.User, default));
        Assert.Equal(0, await off.Store.NudgeDueAsync(_ => false, default));
        await off.MakeAsync(old.Id);

        Assert.Empty(off.Model.Requests);
        Assert.NotNull((await off.FindAsync(old.Id)).WantedAt);
    }
}
