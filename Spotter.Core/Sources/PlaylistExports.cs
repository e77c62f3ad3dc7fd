using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Archives;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>
/// A user's playlists on their way out, whole: every track as its source describes it, with the path of the song that it was matched to. A playlist of
/// the music server itself is read there.
/// </summary>
public sealed class PlaylistExports(IDbContextFactory<SpotterDbContext> contexts, ServerPlaylists server, LibraryIndexCache libraries, IFactWording wording)
{
    /// <summary>The file in the archive that names the playlists which are not in it.</summary>
    public const string LeftOutName = "Not exported.txt";

    /// <summary>What the user's music server tells of where songs lie.</summary>
    public async Task<SongPaths> FindPathsAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => (int?)account.Id).FirstOrDefaultAsync(cancellationToken);
        var index = accountId is { } id ? await libraries.GetKnownAsync(id, cancellationToken) : null;
        return new(index?.HasRealPaths, index?.MusicFolder ?? "");
    }

    /// <summary>A playlist of the user; null where there is none, or none any more on the server whose own it is.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="playlistId">The playlist.</param>
    /// <param name="folder">Where the music lies for whoever plays the list; null for paths below the music folder.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="ProviderException">It is one of the server's own, and the server could not answer.</exception>
    public async Task<ExportedList?> FindAsync(int userId, int playlistId, string? folder, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlist = await db.Playlists.AsNoTracking().SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
        if (playlist is null)
        {
            return null;
        }

        var index = await libraries.GetKnownAsync(playlist.AccountId, cancellationToken);
        var paths = new ExportPaths(index.MusicFolder, folder);
        var tracks = playlist.Source == ProviderKinds.Navidrome
            ? await ReadFromServerAsync(userId, playlist, paths, cancellationToken)
            : [.. (await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == playlistId).OrderBy(track => track.Position).ToListAsync(cancellationToken))
                .Select(row => new ExportedTrack(row.Position, WithPath(row, index, paths)))];
        return tracks is null ? null : new ExportedList(playlist.WantedName, playlist.Description, tracks);
    }

    /// <summary>
    /// All playlists of the user as one archive, each written as it is read. It is put down on the disk first, so that whatever fails is known before
    /// anything is sent. Playlists of the server that cannot be read are named in a file of it, with the reason.
    /// </summary>
    /// <param name="userId">The user.</param>
    /// <param name="format">How each is written.</param>
    /// <param name="folder">As in <see cref="FindAsync"/>.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The archive from its beginning. Whoever takes it closes it, and it is gone.</returns>
    public async Task<Stream> ArchiveAsync(int userId, ExportFormat format, string? folder, CancellationToken cancellationToken)
    {
        var file = SpooledFile.Create();
        try
        {
            await WriteAllAsync(file, userId, format, folder, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task WriteAllAsync(Stream output, int userId, ExportFormat format, string? folder, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { LeftOutName };
        var leftOut = new StringBuilder();
        foreach (var (id, name) in await ListAsync(userId, cancellationToken))
        {
            try
            {
                // One that was removed meanwhile is not missed.
                if (await FindAsync(userId, id, folder, cancellationToken) is { } list)
                {
                    await using var entry = await archive.CreateEntry(Unique(list.Name, format, names)).OpenAsync(cancellationToken);
                    await ExportFormats.WriteAsync(entry, format, list, cancellationToken);
                }
            }
            catch (ProviderException exception)
            {
                leftOut.Append(name).Append(": ").Append(wording.Say(exception.Reason)).Append('\n');
            }
        }

        if (leftOut.Length > 0)
        {
            await using var entry = await archive.CreateEntry(LeftOutName).OpenAsync(cancellationToken);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(leftOut.ToString()), cancellationToken);
        }
    }

    private async Task<List<(int Id, string Name)>> ListAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Playlists.Where(p => p.UserId == userId && !(p.Source == ProviderKinds.Navidrome && p.IsGoneAtSource))
            .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Id, row.Name));
    }

    private async Task<IReadOnlyList<ExportedTrack>?> ReadFromServerAsync(int userId, Playlist playlist, ExportPaths paths, CancellationToken cancellationToken)
    {
        var target = await server.ReadAsync(userId, playlist.RemoteId, cancellationToken);
        return target is null ? null : [.. target.Entries.Select((song, i) => new ExportedTrack(i + 1, SourceTrack.Of(song) with { Location = paths.Of(song.Path) }))];
    }

    /// <summary>The track, with the path of its song as the library tells it now. Without a match, the path that the source named stays.</summary>
    private static SourceTrack WithPath(PlaylistTrack row, LibraryIndex index, ExportPaths paths)
        => row is { Zone: MatchZone.Auto, SongId: { } songId } && paths.Of((index.Find(songId) ?? row.Song)?.Path) is { } path
            ? row.SourceTrack with { Location = path }
            : row.SourceTrack;

    private static string Unique(string name, ExportFormat format, HashSet<string> names)
    {
        var file = ExportFormats.FileName(name, format);
        for (var i = 2; !names.Add(file); i++)
        {
            file = ExportFormats.FileName($"{ExportFormats.Stem(name)} ({i})", format);
        }

        return file;
    }
}
