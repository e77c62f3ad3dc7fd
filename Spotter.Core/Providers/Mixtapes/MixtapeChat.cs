using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Asks the configured model. Failures are <see cref="ProviderException"/>s, none of which contains the key.</summary>
public sealed class MixtapeChat(IHttpClientFactory httpClients, IOptions<MixtapeOptions> options, TimeProvider clock)
{
    /// <summary>How many characters of the server's own error text are kept.</summary>

    private const int MostOfWords = 200;

    // For a server without a key: the client library insists on one, and the handler removes it again.
    private static readonly ApiKeyCredential NoKey = new("none");

    private static readonly JsonElement Schema = JsonElement.Parse("""
        {
          "type": "object",
          "properties": {
            "songs": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "title": { "type": "string" },
                  "artist": { "type": "string" },
                  "album": { "type": ["string", "null"] }
                },
                "required": ["title", "artist", "album"],
                "additionalProperties": false
              }
            }
          },
          "required": ["songs"],
          "additionalProperties": false
        }
        """);

    private readonly SourceFailures _failures = new(ProviderKinds.Mixtape, ServiceName.Model, clock);

    // The answer format that this server understands, found by trying. Each start of Spotter tries again.
    private volatile AnswerShape _shape = AnswerShape.Schema;

    private enum AnswerShape
    {
        Schema,
        Json,
        Text,
    }

    /// <summary>Whether a model is configured. Otherwise nothing is ever asked.</summary>
    public bool IsConfigured => options.Value.Endpoint.Length > 0;

    /// <summary>The model's name.</summary>
    public string Model => options.Value.Model;

    /// <summary>Asks one question.</summary>
    /// <param name="task">The model's instructions.</param>
    /// <param name="question">The question, as data.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ProviderException">The server refused, or could not answer.</exception>
    public Task<MixtapeReply> AskAsync(string task, string question, CancellationToken cancellationToken) => _failures.RunAsync(async () =>
    {
        using var http = httpClients.CreateClient(ProviderKinds.Mixtape);
        using var transport = new HttpClientPipelineTransport(http);
        using var client = OpenClient(transport);
        ChatMessage[] messages = [new(ChatRole.System, task), new(ChatRole.User, question)];
        for (var shape = _shape; ; shape++)
        {
            try
            {
                var response = await client.GetResponseAsync(messages, new ChatOptions { ResponseFormat = FormatOf(shape) }, cancellationToken);
                _shape = shape;
                return Read(response);
            }
            catch (ClientResultException refusal) when (shape < AnswerShape.Text && refusal.Status is 400 or 415 or 422 or 501)
            {
                // Perhaps it only does not support this way of asking for JSON.
            }
            catch (ClientResultException unsent) when (unsent is { Status: 0, InnerException: { } cause })
            {
                throw cause;
            }
            catch (ClientResultException refusal)
            {
                throw Translate(refusal);
            }
            catch (Exception unread) when (unread is ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException or NotSupportedException)
            {
                // JSON, but not an answer of this API: no choices, or a field of another type.
                throw _failures.Malformed(new Fact.AnswerOfAnother());
            }
        }
    });

    private static ChatResponseFormatJson? FormatOf(AnswerShape shape) => shape switch
    {
        AnswerShape.Schema => ChatResponseFormat.ForJsonSchema(Schema, "songs"),
        AnswerShape.Json => ChatResponseFormat.Json,
        AnswerShape.Text => null,
    };

    private static MixtapeReply Read(ChatResponse response)
    {
        var usage = response.Usage;
        var tokens = usage?.TotalTokenCount ?? usage?.InputTokenCount + usage?.OutputTokenCount;
        var refusal = response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault();
        return new(
            response.Text,
            tokens is >= 0 and <= int.MaxValue ? (int)tokens : null,
            response.FinishReason == ChatFinishReason.Length,
            refusal is null ? null : UntrustedText.Clean(refusal.Message, MostOfWords));
    }

    private IChatClient OpenClient(PipelineTransport transport)
    {
        var key = options.Value.ApiKey;
        var chat = new OpenAI.Chat.ChatClient(options.Value.Model, key.Length == 0 ? NoKey : new ApiKeyCredential(key), new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Value.Endpoint),
            Transport = transport,
            // Timeouts and retries are the HTTP client's job, as for every service.
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(0),
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
        return chat.AsIChatClient();
    }

    /// <summary>The refusal as an exception without an inner one: the server's answer may quote the key.</summary>
    private ProviderException Translate(ClientResultException refusal) => (HttpStatusCode)refusal.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => _failures.Of(
            ProviderFailure.Unauthorized,
            new Fact.ModelKeyRefused()),
        HttpStatusCode.NotFound => _failures.Of(
            ProviderFailure.NotFound,
            new Fact.ModelUnknown(Model)),
        HttpStatusCode.TooManyRequests => new(ProviderKinds.Mixtape, ProviderFailure.Unavailable, new Fact.ServiceAskedTooOften(ServiceName.Model))
        {
            RetryAt = clock.GetUtcNow() + TimeSpan.FromMinutes(1),
        },
        >= HttpStatusCode.InternalServerError => _failures.Of(ProviderFailure.Unavailable, WordsOf(refusal) is { } words
            ? new Fact.ModelServerOutOfOrder(ServiceName.Model, refusal.Status, words) : new Fact.ServiceOutOfOrder(ServiceName.Model, refusal.Status)),
        _ => _failures.Of(ProviderFailure.Malformed, WordsOf(refusal) is { } words
            ? new Fact.ModelServerRefused(ServiceName.Model, refusal.Status, words) : new Fact.ServiceRefused(ServiceName.Model, refusal.Status)),
    };

    /// <summary>The server's own words about it, or null.</summary>
    private string? WordsOf(ClientResultException refusal)
    {
        try
        {
            using var body = JsonDocument.Parse(refusal.GetRawResponse()?.Content.ToMemory() ?? default);
            var error = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("error", out var told) ? told : default;
            var words = error.ValueKind switch
            {
                JsonValueKind.String => error.GetString(),
                JsonValueKind.Object when error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => message.GetString(),
                _ => null,
            };
            var key = options.Value.ApiKey;
            words = key.Length == 0 ? words : words?.Replace(key, "…", StringComparison.Ordinal);
            return UntrustedText.Clean(words, MostOfWords) is { Length: > 0 } clean ? clean : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
