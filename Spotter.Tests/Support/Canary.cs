using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sources;

namespace Spotter.Tests.Support;

/// <summary>One user's rows in every table that holds texts, all with a word that occurs nowhere else. If another user sees the word, they
/// saw data that is not theirs.</summary>
internal sealed record Canary(int UserId, int AccountId, int PlaylistId)
{
    public const string Mark = "Zeisigvogel";

    /// <summary>Adds the rows for a user who has signed in.</summary>
    public static async Task<Canary> PlantAsync(SpotterApp spotter, string userName)
    {
        await using var db = await spotter.OpenDatabaseAsync();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName);
        var (user, now) = (account.UserId, TimeProvider.System.GetUtcNow());
        var connection = new SourceConnection { UserId = user, Kind = "listenbrainz", OwnerId = Mark, DisplayName = Mark, Problem = new Fact.SaidBefore($"{Mark} is away."), CreatedAt = now };
        db.SourceConnections.Add(connection);
        var playlist = new Playlist
        {
            UserId = user,
            AccountId = account.Id,
            Source = "file",
            RemoteId = "csv:" + Mark,
            Name = $"{Mark} list",
            Description = $"{Mark} description",
            TrackCount = 2,
            CreatedAt = now,
            RefreshedAt = now,
        };
        foreach (var (zone, position) in new[] { (MatchZone.None, 1), (MatchZone.Review, 2) })
        {
            playlist.Tracks.Add(new PlaylistTrack
            {
                Position = position, Key = $"{Mark} {position}", SourceTrack = new() { Title = $"{Mark} title {position}", Artists = [$"{Mark} artist"], Album = $"{Mark} album" }, Zone = zone,
            });
        }

        db.Playlists.Add(playlist);
        db.Pins.Add(new Pin { UserId = user, TrackKey = $"{Mark} 1", Kind = PinKind.Never, Track = playlist.Tracks[0].SourceTrack, CreatedAt = now });
        db.Mixtapes.Add(new Mixtape { UserId = user, Name = $"{Mark} mixtape", Prompt = $"{Mark} prompt", Length = 5 });
        db.Personas.Add(new Persona { UserId = user, Name = $"{Mark} persona", Text = $"{Mark} text" });
        db.Sessions.Add(new Session { Id = Guid.NewGuid(), UserId = user, AccountId = account.Id, SignedInAt = now, LastSeenAt = now, Device = $"{Mark} browser" });
        await db.SaveChangesAsync();
        db.SyncEvents.Add(new SyncEvent
        {
            UserId = user, At = now, PlaylistId = playlist.Id, OperationId = Guid.NewGuid(), Type = SyncEventType.Imported, Provider = "file", Message = new Fact.SaidBefore($"{Mark} was imported."),
            Metadata = $$"""{"playlistName":"{{Mark}}"}""",
        });
        await db.SaveChangesAsync();
        return new Canary(user, account.Id, playlist.Id);
    }
}
