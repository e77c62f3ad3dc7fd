using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Navidrome.Demo;
using Xunit.Abstractions;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>The embedded server answers as the real ones did, call by call. Another recording is one more file.</summary>
public sealed class RecordingTests(ITestOutputHelper output)
{
    /// <summary>Intended differences, with the reason. Recording, step and difference are matched by a part of their text; "" matches
    /// any.</summary>
    private static readonly KnownDifference[] OnPurpose =
    [
        new("navidrome-0.64", "", ".coverArt: recorded \"pl-", "A job of the real one finds out a while later that a list has no picture, and then names none. Ours knows at once."),
        new("navidrome-0.64", "", ".imageAbsent: not recorded", "The same: the own interface says that there is no picture only when that job has been there."),
        new("navidrome-0.60", "cover over the limit", "status: recorded 0", "The real one closes the connection while eleven mebibytes for a page that it has not are still coming; ours reads them first."),
        new("navidrome-0.60", "eight logins at once", "value: recorded [200,200,200,200,429", "A login from before was still counted by the real one when this was recorded."),
    ];

    public static TheoryData<string> Recordings => [.. Recording.Names];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task The_embedded_server_answers_as_the_real_one_did(string name)
    {
        var recording = Recording.Read(name);

        var differences = await PlayAsync(recording, ProfileOf(recording));

        var unknown = differences.Where(difference => !OnPurpose.Any(known => known.Covers(difference))).ToList();
        foreach (var difference in unknown)
        {
            output.WriteLine($"{difference}");
        }

        Assert.Empty(unknown);
        // A difference that no longer exists must not be listed.
        Assert.DoesNotContain(OnPurpose, known => known.IsOf(recording.Name) && !differences.Any(known.Covers));
    }

    [Fact]
    public async Task A_server_that_answers_otherwise_is_found_out()
    {
        var differences = await PlayAsync(Recording.Read("navidrome-0.63.2"), DemoProfile.Navidrome);

        Assert.Contains(differences, difference => difference.Step == "file: replace" && difference.What.StartsWith(".error: not recorded", StringComparison.Ordinal));
        Assert.Contains(differences, difference => difference.Step == "one song" && difference.What.StartsWith(".song.coverArt", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Whoever_listens_is_told_what_the_real_one_told(string name)
    {
        var recording = Recording.Read(name);
        if (recording.Events() is not { } recorded)
        {
            Assert.False(ProfileOf(recording).HasNativeApi);
            return;
        }

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero));
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Profile = ProfileOf(recording), Songs = recording.Library(), Clock = clock });
        using var ask = new DemoNativeCaller(server);
        using var events = await ask.ListenAsync();
        var told = new List<(string Name, JsonElement Data)> { (await events.NextAsync())!.Value };

        // A quick scan that finds nothing new, and the next keep-alive.
        server.Library.Scan();
        clock.Advance(DemoEvents.KeepAliveInterval);
        while (told[^1].Name != "keepAlive")
        {
            told.Add((await events.NextAsync())!.Value);
        }

        // How many times a scan reports its progress differs each time.
        Assert.Equal(Phases(recorded.Select(one => (one.Name, JsonSerializer.SerializeToElement(one.Data)))), Phases(told));
        return;

        static IEnumerable<string> Phases(IEnumerable<(string Name, JsonElement Data)> events) => events.Select(one => Shape(one.Name, one.Data)).Distinct();

        static string Shape(string name, JsonElement data)
            => $"{name} {string.Join(' ', data.EnumerateObject().Select(pair => pair.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? $"{pair.Name}={pair.Value}" : pair.Name))}";
    }

    private static async Task<IReadOnlyList<RecordedDifference>> PlayAsync(Recording recording, DemoProfile profile)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero));
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Profile = profile, Songs = recording.Library(), Users = recording.Users, Clock = clock,
        });
        using var player = new RecordingPlayer(recording, server, clock);
        await player.PlayAsync();
        return player.Differences;
    }

    private static DemoProfile ProfileOf(Recording recording) => (recording.Type, recording.ServerVersion) switch
    {
        ("gonic", _) => DemoProfile.Gonic,
        ("navidrome", var version) when version.StartsWith("0.60.", StringComparison.Ordinal) => DemoProfile.Navidrome060,
        // The snapshot after 0.63.2 is what became 0.64.
        ("navidrome", var version) when version.StartsWith("0.63.", StringComparison.Ordinal) && !version.Contains("SNAPSHOT", StringComparison.Ordinal) => DemoProfile.Navidrome063,
        ("navidrome", _) => DemoProfile.Navidrome,
        var (type, version) => throw new InvalidOperationException($"No profile is like {type} {version}."),
    };

    private sealed record KnownDifference(string Recording, string Step, string What, string Reason)
    {
        public bool IsOf(string name) => name.Contains(Recording, StringComparison.Ordinal);

        public bool Covers(RecordedDifference difference)
            => Reason.Length > 0
                && difference.Recording.Contains(Recording, StringComparison.Ordinal)
                && difference.Step.Contains(Step, StringComparison.Ordinal)
                && difference.What.Contains(What, StringComparison.Ordinal);
    }
}
