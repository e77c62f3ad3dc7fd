using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// A server with the OpenAI interface, as its reference describes "Create chat completion"
/// (platform.openai.com/docs/api-reference/chat/create: choices[].message.content and .refusal, finish_reason, usage) and errors
/// ({"error":{"message","type","code"}}, platform.openai.com/docs/guides/error-codes). It returns the queued answers in order, and after
/// them what <see cref="Otherwise"/> gives.
/// </summary>
internal sealed class ModelDouble : ServiceDouble
{
    public const string Key = "sk-spotter-test-0123456789abcdef";
    public const string Model = "tiny-model";

    private readonly ConcurrentQueue<JsonObject> _asked = new();
    private readonly ConcurrentQueue<Func<JsonObject, JsonObject>> _answers = new();

    /// <summary>The address to configure.</summary>
    public string Endpoint => new Uri(Address, "/v1").AbsoluteUri;

    /// <summary>The request bodies, in order.</summary>
    public IReadOnlyList<JsonObject> Asked => [.. _asked];

    /// <summary>The user's message of each request, parsed as JSON.</summary>
    public IReadOnlyList<JsonObject> Questions
        => [.. Asked.Select(body => JsonNode.Parse(body["messages"]![1]!["content"]!.GetValue<string>())!.AsObject())];

    /// <summary>The Authorization header of each request, in order; empty if there was none.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>Whether a key is required.</summary>
    public bool NeedsKey { get; set; }

    /// <summary>The values of response_format that the server knows. It refuses others as a bad request.</summary>
    public HashSet<string> Formats { get; } = ["json_schema", "json_object", "text"];

    /// <summary>The answer when none is queued.</summary>
    public Func<JsonObject, JsonObject> Otherwise { get; set; } = _ => Say(Songs());

    public static Task<ModelDouble> StartAsync() => StartAsync(new ModelDouble());

    /// <summary>Queues an answer.</summary>
    public void Answer(JsonObject completion) => _answers.Enqueue(_ => completion.DeepClone().AsObject());

    /// <summary>Queues an answer with this text from the model.</summary>
    public void Answer(string words) => Answer(Say(words));

    /// <summary>A list of songs in the format that the prompt requires.</summary>
    public static string Songs(params (string Title, string Artist)[] songs) => new JsonObject
    {
        ["songs"] = new JsonArray([.. songs.Select(song => new JsonObject { ["title"] = song.Title, ["artist"] = song.Artist, ["album"] = null })]),
    }.ToJsonString();

    /// <summary>A completion with this text.</summary>
    public static JsonObject Say(string? words, string finish = "stop", string? refusal = null, int? tokens = 120) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_770_000_000,
        ["model"] = Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = words, ["refusal"] = refusal },
            ["finish_reason"] = finish,
        }),
        ["usage"] = tokens is { } all ? new JsonObject { ["prompt_tokens"] = all - 20, ["completion_tokens"] = 20, ["total_tokens"] = all } : null,
    };

    public static string Error(string message, string code) => new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = code },
    }.ToJsonString();

    protected override void Map(WebApplication app) => app.MapPost("/v1/chat/completions", async (HttpRequest request) =>
    {
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        _asked.Enqueue(body);
        Keys.Enqueue(request.Headers.Authorization.ToString());
        if (NeedsKey && request.Headers.Authorization != $"Bearer {Key}")
        {
            return Refuse(StatusCodes.Status401Unauthorized, $"Incorrect API key provided: {request.Headers.Authorization}.", "invalid_api_key");
        }

        if (body["model"]!.GetValue<string>() is var model && model != Model)
        {
            return Refuse(StatusCodes.Status404NotFound, $"The model '{model}' does not exist or you do not have access to it.", "model_not_found");
        }

        if (body["response_format"]?["type"]?.GetValue<string>() is { } format && !Formats.Contains(format))
        {
            return Refuse(StatusCodes.Status400BadRequest, $"Invalid parameter: 'response_format' of type '{format}' is not supported with this model.", "unsupported_value");
        }

        return Results.Text((_answers.TryDequeue(out var answer) ? answer : Otherwise)(body).ToJsonString(), "application/json");
    });

    private static IResult Refuse(int status, string message, string code) => Results.Text(Error(message, code), "application/json", statusCode: status);
}
