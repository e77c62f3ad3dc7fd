using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>An answer before it is sent.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Envelope">The envelope, or null if the answer has none.</param>
/// <param name="Text">The text if there is no envelope.</param>
/// <param name="ContentType">That text's media type.</param>
internal sealed record DemoReply(int StatusCode, JsonObject? Envelope = null, string Text = "", string ContentType = "text/plain")
{
    /// <summary>A second answer in the same body, or null.</summary>
    public DemoReply? Then { get; init; }

    /// <summary>A song instead of any text, or null.</summary>
    public DemoStreamReply? Sound { get; init; }

    /// <summary>Whether the connection is closed without an answer.</summary>
    public bool IsCut { get; init; }

    /// <summary>A JSON answer without an envelope.</summary>
    public static DemoReply Json(int statusCode, JsonNode node) => new(statusCode, Text: node.ToJsonString(), ContentType: "application/json");

    /// <summary>No answer.</summary>
    public static DemoReply Cut() => new(0) { IsCut = true };

    /// <summary>The body and its media type, in the format that the caller asked for: XML by default.</summary>
    public (string ContentType, string Body) Write(DemoRequest request)
    {
        var (contentType, body) = Envelope is null ? (ContentType, Text)
            : request.IsForJson ? ("application/json", Envelope.ToJsonString())
            : ("application/xml", DemoXml.Write(Envelope));
        return (contentType, Then is null ? body : body + Then.Write(request).Body);
    }
}
