using System.IO.Compression;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Library;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

public sealed class PlaylistExportsTests : IDisposable
{
    private readonly CoreHost _host = new();

    [Fact]
    public async Task Lists_that_the_server_does_not_give_are_named_in_the_archive_with_the_reason_and_the_others_are_whole()
    {
        var ann = await _host.Database.AddUserAsync("ann");
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("Nine Lives")]);
        _host.Server.Add("On the server", []);
        _host.Server.Add(Path.GetFileNameWithoutExtension(PlaylistExports.LeftOutName), []);
        await _host.Get<ServerPlaylists>().RefreshAsync(ann.UserId, default);
        var reads = 0;
        _host.Server.Before = call => call == "read" && ++reads == 2
            ? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It did not answer."))
            : Task.CompletedTask;

        await using var file = await _host.Get<PlaylistExports>().ArchiveAsync(ann.UserId, ExportFormat.Csv, folder: null, default);
        using var archive = new ZipArchive(file);

        // The list of that name comes first, and its file is not mistaken for the note.
        Assert.Equal(["Not exported.csv", "Road trip.csv", "Not exported.txt"], archive.Entries.Select(entry => entry.FullName));
        Assert.Equal("On the server: It did not answer.\n", await new StreamReader(archive.GetEntry(PlaylistExports.LeftOutName)!.Open()).ReadToEndAsync());
        Assert.Contains("Nine Lives", await new StreamReader(archive.GetEntry("Road trip.csv")!.Open()).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_everything_could_be_read_there_is_no_such_note()
    {
        var ann = await _host.Database.AddUserAsync("ann");
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("Nine Lives")]);

        await using var file = await _host.Get<PlaylistExports>().ArchiveAsync(ann.UserId, ExportFormat.M3u, folder: null, default);
        using var archive = new ZipArchive(file);

        Assert.Equal(["Road trip.m3u8"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task A_list_that_is_gone_from_the_server_is_no_empty_file()
    {
        var ann = await _host.Database.AddUserAsync("ann");
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("Nine Lives")]);
        var gone = _host.Server.Add("On the server", []);
        await _host.Get<ServerPlaylists>().RefreshAsync(ann.UserId, default);
        _host.Server.Drop(gone);

        await using var file = await _host.Get<PlaylistExports>().ArchiveAsync(ann.UserId, ExportFormat.M3u, folder: null, default);
        using var archive = new ZipArchive(file);

        Assert.Equal(["Road trip.m3u8"], archive.Entries.Select(entry => entry.FullName));
    }

    public void Dispose() => _host.Dispose();
}
