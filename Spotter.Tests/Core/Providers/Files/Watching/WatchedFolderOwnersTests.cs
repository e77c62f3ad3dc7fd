using Spotter.Core.Sources;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.Files.Watching;

/// <summary>Whose a file in the watched folder is.</summary>
public sealed class WatchedFolderOwnersTests : IAsyncLifetime
{
    private WatchedFolderHost _host = null!;

    public async Task InitializeAsync() => _host = await WatchedFolderHost.StartAsync();

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_users_own_file_comes_before_everybodys_and_that_is_said_to_them_alone()
    {
        var bob = await _host.AddUserAsync("bob");
        _host.Write("Mix.csv", ["Shared"]);
        _host.Write("ann/Mix.csv", ["Own"]);
        await _host.RefreshAsync();
        await _host.RefreshAsync(bob);

        Assert.Equal("Own", Assert.Single(Assert.Single(await _host.PlaylistsAsync()).Tracks).SourceTrack.Title);
        Assert.Equal("Shared", Assert.Single(Assert.Single(await _host.PlaylistsAsync(bob)).Tracks).SourceTrack.Title);
        Assert.Contains("which is read from your own “Mix.csv”", Assert.Single(_host.RemarksFor("ann")), StringComparison.Ordinal);
        Assert.Empty(_host.RemarksFor("bob"));
    }

    [Fact]
    public async Task What_is_in_the_folder_is_everybodys_and_what_is_in_a_sub_folder_is_its_users_alone()
    {
        var bob = await _host.AddUserAsync("bob");
        _host.Write("Shared.csv", ["Harbour"]);
        _host.Write("Ann/Private.csv", ["Light"]);
        _host.Write("bob/Mine.csv", ["Low Water"]);
        await _host.RefreshAsync();
        await _host.RefreshAsync(bob);

        var ofAnn = await _host.PlaylistsAsync();
        var ofBob = await _host.PlaylistsAsync(bob);
        Assert.Equal(["Private", "Shared"], ofAnn.Select(p => p.Name));
        Assert.Equal(["Mine", "Shared"], ofBob.Select(p => p.Name));
        Assert.NotEqual(ofAnn[1].Id, ofBob[1].Id);

        // What cannot be read for one user is not reported to the other.
        _host.WriteText("Ann/Broken.csv", "Nothing;Here\n1;2\n");
        await _host.RefreshAsync();
        await _host.RefreshAsync(bob);
        Assert.Single(_host.RemarksFor("ann"));
        Assert.Empty(_host.RemarksFor("bob"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../secret")]
    [InlineData("a/b")]
    [InlineData(".")]
    [InlineData("*")]
    [InlineData("änn")]
    public async Task A_users_name_is_compared_and_never_part_of_a_path(string name)
    {
        var secret = Path.Combine(Path.GetDirectoryName(_host.Path)!, "secret");
        Directory.CreateDirectory(secret);
        await File.WriteAllTextAsync(Path.Combine(secret, "Secret.csv"), "Title,Artist\nHarbour,Ada\n");
        File.SetLastWriteTimeUtc(Path.Combine(secret, "Secret.csv"), _host.Core.Clock.GetUtcNow().AddHours(-1).UtcDateTime);
        _host.Write("a/b/Deep.csv", ["Harbour"]);
        _host.Write("Änn/Other.csv", ["Harbour"]);
        var user = await _host.AddUserAsync(name);

        var connection = await _host.RefreshAsync(user);

        Assert.Empty(await _host.PlaylistsAsync(user));
        Assert.Equal(SourceConnectionState.Working, connection.State);
    }
}
