using System.Text;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Library;
using Spotter.Core.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

/// <summary>Which side of a dash is the title, if only the library can tell.</summary>
public sealed class TextSidesTests : IAsyncLifetime, IDisposable
{
    private readonly CoreHost _host = new();
    private Account _ann = null!;

    public async Task InitializeAsync()
    {
        _ann = await _host.Database.AddUserAsync("ann");
        foreach (var (id, title, artist) in new[] { ("s1", "Nine Lives", "Ada"), ("s2", "Attic Tape", "Kari Moss"), ("s3", "Harbour Lights", "Marlow") })
        {
            _host.Server.Library.Add(FakeMusicServer.Song(id, title, artist));
        }

        await _host.Get<LibraryIndexCache>().GetFreshAsync(_ann.Id, null, null, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("the title first", "Nine Lives - Ada\nAttic Tape - Kari Moss\nElsewhere - Nobody\n", "Nine Lives|Attic Tape|Elsewhere")]
    [InlineData("the artist first", "Ada - Nine Lives\nKari Moss - Attic Tape\n", "Nine Lives|Attic Tape")]
    [InlineData("most with the title first", "Nine Lives - Ada\nAttic Tape - Kari Moss\nMarlow - Harbour Lights\n", "Nine Lives|Attic Tape|Marlow")]
    [InlineData("as many each way", "Nine Lives - Ada\nMarlow - Harbour Lights\n", "Ada|Harbour Lights")]
    [InlineData("nothing of it is there", "Elsewhere - Nobody\n", "Nobody")]
    public async Task The_library_decides_where_the_file_does_not(string reason, string text, string titles)
    {
        var read = new PlaylistFileReader().Read(Encoding.UTF8.GetBytes(text), "list.txt", null);

        var chosen = await _host.Get<TextSides>().ChooseAsync(_ann.UserId, read, default);
        var byName = await _host.Get<TextSides>().ChooseAsync("ann", read[0], default);

        Assert.True(string.Join('|', chosen[0].Tracks.Select(track => track.Title)) == titles, reason);
        Assert.Equal(chosen[0].Tracks, byName.Tracks);
    }

    [Fact]
    public async Task What_the_file_decides_itself_and_users_whom_nobody_knows_are_left_alone()
    {
        var decided = new PlaylistFileReader().Read(Encoding.UTF8.GetBytes("#EXTM3U\n#EXTINF:1,Nine Lives - Ada\nNine Lives/Cats/03 - Ada.mp3\n"), "x.m3u", null);
        var open = new PlaylistFileReader().Read("Nine Lives - Ada\n"u8.ToArray(), "x.txt", null);

        Assert.Same(decided, await _host.Get<TextSides>().ChooseAsync(_ann.UserId, decided, default));
        Assert.Same(open, await _host.Get<TextSides>().ChooseAsync(_ann.UserId + 77, open, default));
        Assert.Same(open[0], await _host.Get<TextSides>().ChooseAsync("nobody", open[0], default));
    }
}
