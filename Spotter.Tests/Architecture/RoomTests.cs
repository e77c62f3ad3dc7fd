using System.Reflection;
using System.Text;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Inside a project, too, dependencies go one way only. docs/architecture.md shows them, generated from the code.</summary>
public sealed class RoomTests
{
    private const string Page = "docs/architecture.md";

    public static TheoryData<string> Projects => ["Spotter.Core", "Spotter.Navidrome", "Spotter.Web"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_rooms_know_each_other_in_a_circle(string project)
    {
        var rooms = new Rooms(Load(project), project);

        var circle = rooms.Sort().Circle;

        Rule.HasNoException(circle.SelectMany(from => circle.Where(to => rooms.Types(from, to).Count > 0)
            .Select(to => $"{from} → {to} by {string.Join(", ", rooms.Types(from, to))}")));
    }

    [Fact]
    public void Nobody_uses_what_only_wires()
    {
        var web = new Rooms(Load("Spotter.Web"), "Spotter.Web");

        Rule.HasNoException(web.All.SelectMany(room => web.Types(room, "Hosting")));
    }

    [Fact]
    public void Persistence_knows_no_room_of_Core()
        => Rule.HasNoException(new Rooms(Load("Spotter.Core"), "Spotter.Core").KnownTo("Persistence"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_page_about_the_architecture_shows_the_rooms_as_they_are(string project)
    {
        var path = Path.Combine(Repository.Root, Page);
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- rooms of {project} -->\n", $"<!-- end of the rooms of {project} -->\n");
        var (from, to) = (text.IndexOf(start, StringComparison.Ordinal) + start.Length, text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= start.Length && to >= from, $"{Page} has no place for the rooms of {project}.");
        var drawn = Draw(new Rooms(Load(project), project));
        if (Environment.GetEnvironmentVariable("SPOTTER_WRITE_ROOMS") == "1")
        {
            File.WriteAllText(path, text[..from] + drawn + text[to..]);
            return;
        }

        Assert.True(text[from..to] == drawn,
            $"The rooms of {project} have changed. Where they are as they should be, SPOTTER_WRITE_ROOMS=1 draws them into {Page}:\n{drawn}");
    }

    private static string Draw(Rooms rooms)
    {
        var table = new StringBuilder("| room | knows |\n|---|---|\n");
        foreach (var room in Enumerable.Reverse(rooms.Sort().Order))
        {
            table.Append("| `").Append(room).Append("` | ").AppendJoin(", ", rooms.KnownTo(room).Select(other => $"`{other}`").DefaultIfEmpty("none")).Append(" |\n");
        }

        return table.ToString();
    }

    private static Assembly Load(string project) => project == "Spotter.Core" ? typeof(Playlist).Assembly : Assembly.Load(project);
}
