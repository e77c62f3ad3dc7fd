using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>Plays what happened besides the calls: to the music, and between two steps if the recorder did not write it down.</summary>
internal sealed partial class RecordedActions(Recording recording, DemoServer server, RecordedNames names)
{
    private string Admin => recording.Users[0].Name;

    private DemoFolder Folder => server.Library.Folder;

    /// <summary>Makes these albums the last that the first scan read, the first of them at the very end.</summary>
    public void OrderAlbums(IReadOnlyList<string> albums)
    {
        // An album of the first scan that is read again moves to the top, and this still counts as the first scan.
        server.Library.ImportLast([.. albums.Reverse()]);
    }

    /// <summary>Plays what a step says was done, and scans.</summary>
    public void Play(string action)
    {
        switch (action)
        {
            case "made and scanned: From file.m3u with the first three files, Ruled.nsp with every song after 1900 by title, three at most":
                MakeLists();
                break;
            case "taken away and scanned: both files of lists":
                // The lists stay as they are, and nothing is read into them any more.
                server.Playlists.Change(names.Find("list:F")!, list => list with { FileSongIds = null });
                break;
            case "done and scanned: a scan that finds nothing new":
                break;
            case "done and scanned: a title that was changed":
                Folder.Retag(names.Find("song:10")!, song => song with { Title = "Zero (changed)" });
                break;
            case "done and scanned: the title as it was":
                Folder.Retag(names.Find("song:10")!, song => song with { Title = "Zero" });
                break;
            case "done and scanned: an album that is gone":
                Folder.Lose(names.Find("song:10")!);
                break;
            case "done and scanned: an album that is back":
                Folder.Find(names.Find("song:10")!);
                break;
            case var _ when Match(action) is (var what, { } song):
                PlayFile(what, song);
                break;
            default:
                throw new InvalidOperationException($"Nobody plays this: {action}");
        }

        server.Library.Scan();
    }

    /// <summary>Plays what was done before a step and not written down.</summary>
    public async Task BeforeAsync(string step, Func<string, IReadOnlyList<KeyValuePair<string, string>>, Task> post)
    {
        switch (step)
        {
            case "second reads a public one":
                await post("updatePlaylist", [new("playlistId", names.Find("list:A")!), new("public", "true")]);
                break;
            case "after a body that was cut off":
                await CutOffAsync();
                break;
        }
    }

    /// <summary>Plays what was done after a step and not written down.</summary>
    public async Task AfterAsync(string step, Func<string, IReadOnlyList<KeyValuePair<string, string>>, Task> post)
    {
        switch (step)
        {
            case "replace an unknown list":
                // gonic creates it, and it was then deleted.
                foreach (var made in server.Playlists.All.Where(list => list.Name == "Unknown"))
                {
                    await post("deletePlaylist", [new("id", made.Id)]);
                }

                break;
            case "still as it was":
                await post("updatePlaylist", [new("playlistId", names.Find("list:A")!), new("public", "false")]);
                break;
            case "lists when their files are gone":
                await post("deletePlaylist", [new("id", names.Find("list:F")!)]);
                await post("deletePlaylist", [new("id", names.Find("list:R")!)]);
                break;
        }
    }

    private static (string What, string? Song) Match(string action)
        => FileAction().Match(action) is { Success: true } match ? (match.Groups["what"].Value, match.Groups["song"].Value) : ("", null);

    private void PlayFile(string what, string song)
    {
        // On some servers a file that comes back is another song.
        var id = server.Library.Songs.SingleOrDefault(one => Recording.IsSame(recording.Songs[song], one))?.Id ?? names.Find(song)!;
        switch (what)
        {
            case "taken away":
                Folder.Lose(id);
                break;
            case "put back":
                Folder.Find(id);
                break;
            case "moved to another folder":
                Folder.Move(id, "moved/02 Blue Hour.flac");
                break;
            default:
                throw new InvalidOperationException($"Nobody plays this: {what}");
        }
    }

    private void MakeLists()
    {
        List<string> songs = [names.Find("song:1")!, names.Find("song:2")!, names.Find("song:3")!];
        var file = server.Playlists.Create(Admin, "From file", songs);
        server.Playlists.Change(file.Id, list => list with { FileSongIds = songs, Path = "/music/From file.m3u", Comment = "Auto-imported from 'From file.m3u'" });
        var ruled = server.Playlists.Create(Admin, "Ruled", songs, isReadOnly: true);
        server.Playlists.Change(ruled.Id, list => list with
        {
            Path = "/music/Ruled.nsp",
            Comment = "Auto-imported from 'Ruled.nsp'",
            Rules = """{"all":[{"gt":{"year":1900}}],"limit":3,"sort":"title"}""",
            IsEvaluated = false,
            ListedCount = 0,
        });
    }

    /// <summary>Sends a replacement whose body ends before its declared length.</summary>
    private async Task CutOffAsync()
    {
        var address = new Uri(server.BaseUrl);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        var body = $"u={Admin}&p={Uri.EscapeDataString(names.Find("password:admin")!)}&v=1.16.1&c=contract&playlistId={names.Find("list:A")}&songId={names.Find("song:7")}";
        var head = $"POST /rest/createPlaylist?f=json HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length + 1000}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head + body));
        socket.Shutdown(SocketShutdown.Send);
        try
        {
            // Until the server has dealt with it.
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The server closes the connection, with or without an answer.
        }
    }

    /// <summary>"taken away and scanned: the file of {song:2}".</summary>
    [GeneratedRegex(@"^(?<what>.+) and scanned: the file of \{(?<song>song:\d+)\}$")]
    private static partial Regex FileAction();
}
