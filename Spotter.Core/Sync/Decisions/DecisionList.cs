using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Decisions;

/// <summary>Lists a user's decisions about matches, newest first, with where they count.</summary>
public sealed class DecisionList(IDbContextFactory<SpotterDbContext> contexts)
{
    /// <summary>All of the user's decisions.</summary>
    public Task<IReadOnlyList<Decision>> ReadAsync(int userId, CancellationToken cancellationToken)
        => ReadAsync(userId, pins => pins.OrderByDescending(pin => pin.Id), cancellationToken);

    /// <summary>A page of them.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">Only this kind. Null for all.</param>
    /// <param name="before">Only those with a smaller id. Null for the first page.</param>
    /// <param name="limit">The maximum number.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<IReadOnlyList<Decision>> PageAsync(int userId, PinKind? kind, int? before, int limit, CancellationToken cancellationToken)
        => ReadAsync(
            userId,
            pins => (kind is { } wanted ? pins.Where(pin => pin.Kind == wanted) : pins).Where(pin => before == null || pin.Id < before).OrderByDescending(pin => pin.Id).Take(limit),
            cancellationToken);

    /// <summary>The next of them in the order in which they were stored, without the playlists in which they count.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="after">Only those with a larger id. 0 for the first.</param>
    /// <param name="limit">The maximum number.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    internal Task<IReadOnlyList<Decision>> AfterAsync(int userId, int after, int limit, CancellationToken cancellationToken)
        => ReadAsync(userId, pins => pins.Where(pin => pin.Id > after).OrderBy(pin => pin.Id).Take(limit), cancellationToken, withPlaces: false);

    /// <summary>One of the user's decisions, or null if they have none with this id.</summary>
    public async Task<Decision?> FindAsync(int userId, int id, CancellationToken cancellationToken)
        => await ReadAsync(userId, pins => pins.Where(pin => pin.Id == id), cancellationToken) is [var decision] ? decision : null;

    private Task<IReadOnlyList<Decision>> ReadAsync(int userId, Func<IQueryable<Pin>, IQueryable<Pin>> choose, CancellationToken cancellationToken, bool withPlaces = true)
        => contexts.ReadAsync<IReadOnlyList<Decision>>(
            async db =>
            {
                var pins = await choose(db.Pins.AsNoTracking().Where(pin => pin.UserId == userId)).ToListAsync(cancellationToken);
                var places = !withPlaces ? [] : await PlacesAsync(db, userId, pins, cancellationToken);
                var tracks = await TracksAsync(db, userId, [.. pins.Where(pin => pin.Track is null).Select(pin => pin.TrackKey)], cancellationToken);
                return [.. pins.Select(pin => new Decision(pin.Id, pin.Kind, pin.TrackKey, TrackOf(pin, tracks), pin.Song, pin.CreatedAt, places.GetValueOrDefault(pin.TrackKey) ?? []))];
            },
            cancellationToken);

    private static async Task<Dictionary<string, IReadOnlyList<DecisionPlace>>> PlacesAsync(SpotterDbContext db, int userId, List<Pin> pins, CancellationToken cancellationToken)
    {
        var keys = pins.Select(pin => pin.TrackKey).Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Playlists.Where(p => p.UserId == userId).ToDictionaryAsync(p => p.Id, p => p.NameOverride ?? p.Name, cancellationToken);
        var rows = await db.Tracks.Where(track => EF.Parameter(keys).Contains(track.Key)).Select(track => new { track.Key, track.PlaylistId }).Distinct().ToListAsync(cancellationToken);
        return rows.Where(row => names.ContainsKey(row.PlaylistId))
            .GroupBy(row => row.Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<DecisionPlace>)[.. group.Select(row => new DecisionPlace(row.PlaylistId, names[row.PlaylistId])).OrderBy(place => place.Name, StringComparer.CurrentCultureIgnoreCase)],
                StringComparer.Ordinal);
    }

    /// <summary>The tracks of decisions of earlier versions, from the rows that they count for.</summary>
    private static async Task<Dictionary<string, SourceTrack>> TracksAsync(SpotterDbContext db, int userId, List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var own = db.Playlists.Where(p => p.UserId == userId);
        var rows = await db.Tracks.AsNoTracking().Where(track => EF.Parameter(keys).Contains(track.Key) && own.Any(p => p.Id == track.PlaylistId))
            .Select(track => new { track.Id, track.Key, track.SourceTrack }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MinBy(row => row.Id)!.SourceTrack, StringComparer.Ordinal);
    }

    private static SourceTrack TrackOf(Pin pin, Dictionary<string, SourceTrack> tracks)
        => pin.Track ?? tracks.GetValueOrDefault(pin.TrackKey) ?? (pin is { Kind: PinKind.Pin, Song: { } song } ? SourceTrack.Of(song) : new SourceTrack { Title = pin.TrackKey });
}
