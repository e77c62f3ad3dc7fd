using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

/// <summary>What scripts, users and health checks see while the database cannot be written, and that everything recovers by
/// itself.</summary>
public sealed class DatabaseTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DatabaseTrouble.Full, HttpStatusCode.InsufficientStorage)]
    [InlineData(DatabaseTrouble.ReadOnly, HttpStatusCode.ServiceUnavailable)]
    public async Task It_is_said_wherever_somebody_looks_and_over_when_it_is_mended(DatabaseTrouble trouble, HttpStatusCode expected)
    {
        var fault = new DatabaseFault();
        await using var spotter = SpotterApp.StartDemo(services: services => services.ConfigureDbContext<SpotterDbContext>(options => options.AddInterceptors(fault)));
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        await user.ImportAsync("Before.csv", List(3));
        var before = await CountAsync(user);

        fault.Trouble = trouble;
        using (var response = await PostAsync(user, List(2_000)))
        {
            var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal((expected, English.Of(trouble)), (response.StatusCode, problem.GetProperty("detail").GetString()));
            Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.RetryAfter!.Delta);
        }

        await BecomesAsync(spotter, "unhealthy");
        using (var page = await new HttpClient().GetAsync(new Uri(spotter.Address, "/healthz")))
        {
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        Assert.Equal(before, await CountAsync(user));
        fault.Trouble = null;
        await user.ImportAsync("After.csv", List(2_000));
        await BecomesAsync(spotter, "healthy");
    }

    [Fact]
    public async Task Somebody_at_the_sign_in_page_reads_what_is_wrong()
    {
        var fault = new DatabaseFault();
        await using var spotter = SpotterApp.StartDemo(services: services => services.ConfigureDbContext<SpotterDbContext>(options => options.AddInterceptors(fault)));
        using var form = new SignInForm(spotter.Address);
        fault.Trouble = DatabaseTrouble.Full;

        using var response = await form.PostAsync("demo", "demo");

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        Assert.Contains(English.Of(DatabaseTrouble.Full), WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        fault.Trouble = null;
        using var again = await form.PostAsync("demo", "demo");
        Assert.True(form.IsSignedIn);
    }

    [Fact]
    public async Task A_database_that_somebody_else_holds_for_too_long_is_an_invitation_to_come_back()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["ConnectionStrings:Spotter"] = $"Data Source={_folder.File("spotter.db")};Default Timeout=1" });
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        await user.ImportAsync("Before.csv", List(3));
        await using (var other = new SqliteConnection($"Data Source={_folder.File("demo.db")}"))
        {
            await other.OpenAsync();
            await using var holding = other.BeginTransaction(deferred: false);

            using var response = await PostAsync(user, List(3));

            var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, English.Of(DatabaseTrouble.Busy)),
                (response.StatusCode, problem.GetProperty("detail").GetString()));
            Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        }

        await user.ImportAsync("After.csv", List(3));
    }

    [Fact]
    public async Task Fifty_archives_at_once_are_all_stored()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        await user.ImportAsync("Before.csv", List(3));
        var before = await CountAsync(user);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            using var response = await PostAsync(user, Zip(i, lists: 20), "lists.zip");
            return response.StatusCode;
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer));
        Assert.Equal(before + (50 * 20), await CountAsync(user));
    }

    [Fact]
    public async Task A_folder_of_keys_that_is_lost_is_told_to_whoever_watches_until_it_is_back()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["DataProtection:KeysPath"] = _folder.File("keys") });
        await BecomesAsync(spotter, "healthy", "keys");
        Directory.Move(_folder.File("keys"), _folder.File("elsewhere"));
        await BecomesAsync(spotter, "unhealthy", "keys");
        Assert.Single(spotter.Log.Complaints, line => line.Contains("The folder of the keys", StringComparison.Ordinal));
        Directory.Move(_folder.File("elsewhere"), _folder.File("keys"));
        await BecomesAsync(spotter, "healthy", "keys");
    }

    private static byte[] Zip(int number, int lists)
        => Core.Formats.Archives.Zips.Of([.. Enumerable.Range(0, lists).Select(i => ($"List {number} {i}.csv", List(3)))]);

    private static string List(int tracks)
        => "Title,Artist\n" + string.Concat(Enumerable.Range(0, tracks).Select(i => $"Song {i} with a name of some length,Ada\n"));

    private static Task<HttpResponseMessage> PostAsync(ScriptUser user, string content)
        => PostAsync(user, Encoding.UTF8.GetBytes(content), "Another.csv");

    private static async Task<HttpResponseMessage> PostAsync(ScriptUser user, byte[] content, string fileName)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        return await user.Http.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
    }

    private static async Task<int> CountAsync(ScriptUser user)
        => JsonElement.Parse(await user.Http.GetStringAsync(new Uri("/api/playlists", UriKind.Relative))).GetArrayLength();

    private static async Task BecomesAsync(SpotterApp spotter, string word, string check = "database")
    {
        using var http = new HttpClient { BaseAddress = spotter.Address };
        await Eventually.HoldsAsync($"{check} is {word}", async () =>
        {
            using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            var found = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty(check).GetString();
            return found == word && response.StatusCode == (word == "unhealthy" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        });
    }
}
