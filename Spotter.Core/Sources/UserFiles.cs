using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sources;

/// <summary>
/// Reads a user's files: as they have said that such files are to be read, and where they have not and the file does not tell, as their library tells.
/// The one way in for pages and API; the watched folder asks for the decisions alone, since it knows when to read a file again.
/// </summary>
public sealed class UserFiles(IDbContextFactory<SpotterDbContext> contexts, PlaylistFileReader reader, TableDecisions tables, TextSides sides)
{
    /// <summary>Everything that the user has said of files.</summary>
    public async Task<KnownDecisions> FindDecisionsAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new(await tables.ReadAsync(userId, cancellationToken), await ReadingDecisions.ReadAsync(db, userId, cancellationToken));
    }

    /// <summary>Everything that the user of this name has said of files, for whoever reads while that user is not there.</summary>
    public async Task<KnownDecisions> FindDecisionsAsync(string userName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var userId = await db.Accounts.Where(account => account.UserName == userName).Select(account => (int?)account.UserId).FirstOrDefaultAsync(cancellationToken);
        return userId is { } id ? await FindDecisionsAsync(id, cancellationToken) : KnownDecisions.None;
    }

    /// <summary>Every playlist of the file; an archive gives what it can, and says what it could not.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="file">The content.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own.</param>
    /// <param name="mostPlayed">What list a history of plays becomes, or null where its user has not said (<see cref="PlaylistFileReader.ReadAllAsync"/>).</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="choice">How to read every playlist of it, whatever was decided before. Null if the user says nothing of that.</param>
    /// <exception cref="PlaylistFileException">It is no archive, and nothing can be imported from it; or it is an archive that cannot be opened.</exception>
    public async Task<PlaylistFileReading> ReadAsync(
        int userId, Stream file, string fileName, string? givenName, MostPlayed? mostPlayed, CancellationToken cancellationToken, ReadingChoice? choice = null)
    {
        var known = await FindDecisionsAsync(userId, cancellationToken);
        known = choice is null ? known : known with { Readings = known.Readings.With(choice) };
        var reading = await reader.ReadAllAsync(file, fileName, givenName, cancellationToken, known, mostPlayed);
        return reading with { Playlists = await sides.ChooseAsync(userId, reading.Playlists, cancellationToken) };
    }

    /// <summary>Every playlist of a table whose columns its user has named, which is remembered for the next of its kind.</summary>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it like this. Then nothing is remembered either.</exception>
    public async Task<IReadOnlyList<PlaylistFile>> ReadTableAsync(
        int userId, UnknownTable table, TableMapping mapping, string? givenName, CancellationToken cancellationToken)
    {
        var playlists = PlaylistFileReader.ReadTable(table, mapping, givenName);
        await tables.RememberAsync(userId, table, mapping, cancellationToken);
        return playlists;
    }

    /// <summary>Every playlist of a file in other letters. That it is so is remembered with the import (<see cref="PlaylistImport.Choice"/>).</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="playlist">A playlist of the file, as it was read until now.</param>
    /// <param name="codePage">The code page that it is in (<see cref="PlaylistFileReader.CodePageNames"/>), or null to find out.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it in these letters.</exception>
    public async Task<IReadOnlyList<PlaylistFile>> ReadAgainAsync(
        int userId, PlaylistFile playlist, string? codePage, string? givenName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        var file = playlist.Undecoded ?? throw new ArgumentException("Its letters are certain.", nameof(playlist));
        var read = reader.ReadAgain(file, codePage, playlist.Mapped?.Mapping, givenName);
        if (read.Select(again => again.Mapped).FirstOrDefault(mapped => mapped is not null) is { } mapped)
        {
            // The names of its columns have other letters now, too.
            await tables.RememberAsync(userId, mapped.Table, mapped.Mapping, cancellationToken);
        }

        return playlist.Choice.IsTitleFirst is { } isTitleFirst
            ? [.. read.Select(again => again.WithSides(isTitleFirst))]
            : await sides.ChooseAsync(userId, read, cancellationToken);
    }
}
