using System.Diagnostics;
using System.Globalization;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.Files.Watching;

/// <summary>What keeps the watched folder or a part of it from being read.</summary>
public sealed class WatchedFolderObstacleTests : IAsyncLifetime
{
    private WatchedFolderHost _host = null!;

    public async Task InitializeAsync() => _host = await WatchedFolderHost.StartAsync();

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_and_tried_again_and_everything_stays()
    {
        _host.Write("Road trip.csv", ["Harbour"]);
        await _host.RefreshAsync();
        Directory.Move(_host.Path, _host.Path + "-away");

        var away = await _host.RefreshAsync();
        var kept = Assert.Single(await _host.PlaylistsAsync());
        Directory.Move(_host.Path + "-away", _host.Path);
        var back = await _host.RefreshAsync();

        Assert.Equal(SourceConnectionState.Retrying, away.State);
        Assert.StartsWith("The watched folder is not there: its disk may not be mounted.", away.Problem.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Path, away.Problem.Words, StringComparison.Ordinal);
        Assert.NotNull(away.NextTryAt);
        Assert.Equal((false, null), (kept.IsGoneAtSource, kept.SourceError.Words));
        Assert.Equal((SourceConnectionState.Working, null), (back.State, back.Problem.Words));
    }

    [Fact]
    public async Task A_folder_that_only_a_read_has_missed_is_read_again_when_it_is_back()
    {
        _host.Write("Road trip.csv", ["Harbour"]);
        await _host.RefreshAsync();
        var standing = (IStandingSource)_host.Core.Get<ProviderRegistry>().FindSource(ProviderKinds.File)!;
        Assert.False(standing.TakeChange());

        // Away and back between two checks of the watch.
        Directory.Move(_host.Path, _host.Path + "-away");
        await _host.RefreshAsync();
        Directory.Move(_host.Path + "-away", _host.Path);
        _host.Core.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(standing.TakeChange());
        _host.Core.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(standing.TakeChange());
        Assert.False(standing.TakeChange());
    }

    [Fact]
    public async Task Symbolic_links_are_not_followed()
    {
        var outside = Path.Combine(Path.GetDirectoryName(_host.Path)!, "outside");
        Directory.CreateDirectory(outside);
        var file = Path.Combine(outside, "Secret.csv");
        await File.WriteAllTextAsync(file, "Title,Artist\nHarbour,Ada\n");
        File.SetLastWriteTimeUtc(file, _host.Core.Clock.GetUtcNow().AddHours(-1).UtcDateTime);
        File.CreateSymbolicLink(Path.Combine(_host.Path, "Linked.csv"), file);
        Directory.CreateSymbolicLink(Path.Combine(_host.Path, "ann"), outside);

        await _host.RefreshAsync();

        Assert.Empty(await _host.PlaylistsAsync());
    }

    [Fact]
    public async Task A_huge_folder_is_read_up_to_a_limit_that_is_said()
    {
        for (var i = 0; i < 1_200; i++)
        {
            _host.WriteText(string.Create(CultureInfo.InvariantCulture, $"{i:D5}.csv"), "");
        }

        _host.Write("zz.csv", ["Harbour"]);
        await _host.RefreshAsync();

        Assert.Empty(await _host.PlaylistsAsync());
        Assert.Equal("201 more files were not read: a watched folder takes 1,000. Remove files that are no longer needed.", _host.RemarksFor("ann")[^1]);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_and_not_read_to_its_end()
    {
        _host.WriteText("Large.csv", "Title,Artist\n" + new string('x', 11 * 1024 * 1024));

        await _host.RefreshAsync();

        Assert.Contains("larger than 10 MB", Assert.Single(_host.RemarksFor("ann")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_looked_at_costs_that_entry_only_and_says_so()
    {
        _host.Write("Road trip.csv", ["Harbour"]);
        File.CreateSymbolicLink(Path.Combine(_host.Path, "Broken.m3u"), Path.Combine(_host.Path, "nowhere.m3u"));
        File.CreateSymbolicLink(Path.Combine(_host.Path, "not a playlist"), Path.Combine(_host.Path, "nowhere"));
        // A name as an old system wrote it: the letter is one byte, which is not valid UTF-8.
        using (var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cp 'Road trip.csv' \"$(printf 'Caf\\351.csv')\""]) { WorkingDirectory = _host.Path })!)
        {
            await shell.WaitForExitAsync();
            Assert.Equal(0, shell.ExitCode);
        }

        var connection = await _host.RefreshAsync();

        Assert.Equal("Road trip", Assert.Single(await _host.PlaylistsAsync()).Name);
        Assert.Equal(SourceConnectionState.Working, connection.State);
        Assert.Equal(
            [
                "“Broken.m3u” is a link, and Spotter does not follow links. Put the file itself into the folder.",
                "The name of “Caf\uFFFD.csv” is not UTF-8, so the file cannot be opened. Give it another name.",
            ],
            _host.RemarksFor("ann"));
    }
}
