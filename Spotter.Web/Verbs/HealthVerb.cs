using System.Text.Json;
using Spotter.Web.Addresses;

namespace Spotter.Web.Verbs;

/// <summary>Asks the Spotter that runs on this machine with the same settings whether it can work: the health check of a container, in which
/// there is neither a shell nor curl.</summary>
/// <param name="configure">Reads the configuration that these settings add to.</param>
public sealed class HealthVerb(Func<IReadOnlyList<string>, IConfiguration> configure) : IVerb
{
    /// <summary>Longer than Spotter waits for the music server before it answers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => "health";

    public string Summary => "Asks the running Spotter whether it can work. Exit code 0 if so, 1 if not.";

    public IReadOnlyList<VerbOption> Options => [];

    public async Task<int> RunAsync(VerbArguments arguments, TextWriter output)
    {
        if (OwnAddress.Find(configure(arguments.Settings)) is not { } address)
        {
            await output.WriteLineAsync("Spotter listens on a port that changes with each start, so nobody can ask it. Give it a port with Urls or --urls.");
            return 1;
        }

        using var client = address.CreateClient(Patience);
        try
        {
            using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
            var body = await answer.Content.ReadAsStringAsync();
            await output.WriteLineAsync(Describe(answer.IsSuccessStatusCode, body) ?? $"Something answers at {address}, but it is not Spotter (HTTP {(int)answer.StatusCode}).");
            return answer.IsSuccessStatusCode && Describe(isReady: true, body) is not null ? 0 : 1;
        }
        catch (HttpRequestException exception)
        {
            await output.WriteLineAsync($"Spotter does not answer at {address}: {exception.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
        catch (TaskCanceledException)
        {
            await output.WriteLineAsync($"Spotter does not answer at {address} within {Patience.TotalSeconds:0} seconds.");
            return 1;
        }
    }

    /// <summary>The answer of /readyz in words. Null if it is none.</summary>
    private static string? Describe(bool isReady, string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var parts = answer.RootElement.GetProperty("checks").EnumerateObject()
                .Where(part => part.Value.GetString() != "healthy").Select(part => $"{part.Name} is {part.Value.GetString()}").ToList();
            return !isReady ? $"Spotter cannot work: {string.Join(", ", parts)}."
                : parts.Count == 0 ? "Spotter is ready."
                : $"Spotter works, but {string.Join(", ", parts)}.";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
