using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Spotter.Navidrome.Demo;

/// <summary>A call to the embedded server: the method and its parameters, from address and body.</summary>
public sealed class DemoRequest
{
    /// <summary>Navidrome refuses bodies of more than ten mebibytes.</summary>
    private const long MaxBodyBytes = 10 * 1024 * 1024;

    private const string TooManyParameters = "number of URL query parameters exceeded limit";

    private readonly Dictionary<string, StringValues> _parameters;

    private DemoRequest(string method, Dictionary<string, StringValues> parameters, HttpRequest request)
    {
        Method = method;
        _parameters = parameters;
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Query = request.QueryString.Value ?? "";
        IsPosted = HttpMethods.IsPost(request.Method);
    }

    /// <summary>"ping", "createPlaylist"…, without suffix. For Navidrome's native API "native:login", "native:playlists",
    /// "native:rows"…</summary>
    public string Method { get; }

    /// <summary>The HTTP headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The query string as sent.</summary>
    public string Query { get; }

    /// <summary>For the native API: the playlist in the address, or null.</summary>
    public string? Id { get; private init; }

    /// <summary>For the native API: the row in the address, or null.</summary>
    public string? Row { get; private init; }

    /// <summary>Whether it came by POST.</summary>
    internal bool IsPosted { get; }

    /// <summary>Why the parameters could not be read. Null if they could.</summary>
    internal string? Damage { get; private init; }

    /// <summary>Whether JSON is requested. An unreadable form does not hide the address.</summary>
    internal bool IsForJson => Find("f") == "json" || (Damage is not null && Query.Contains("f=json", StringComparison.Ordinal));

    /// <summary>Whether the call changes something on the server.</summary>
    public bool IsWrite => Method is "createPlaylist" or "updatePlaylist" or "deletePlaylist"
        or "native:image" or "native:makePlaylist" or "native:changePlaylist" or "native:deletePlaylist" or "native:addRows" or "native:moveRow" or "native:removeRows";

    /// <summary>The parameter's first value, or null.</summary>
    public string? Find(string name) => _parameters.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>All values of the parameter, in order.</summary>
    public IReadOnlyList<string> All(string name) => _parameters.TryGetValue(name, out var values) ? [.. values.Select(value => value ?? "")] : [];

    /// <summary>Whether the parameter is present, even if empty.</summary>
    public bool Has(string name) => _parameters.ContainsKey(name);

    /// <summary>The parameter.</summary>
    /// <exception cref="DemoException">It is missing: code 10.</exception>
    internal string Get(string name) => Find(name) is { Length: > 0 } value ? value : throw DemoException.Missing(name);

    /// <summary>The parameter as a number.</summary>
    internal int Number(string name, int otherwise) => int.TryParse(Find(name), out var number) && number >= 0 ? number : otherwise;

    /// <summary>A call of the native API.</summary>
    internal static DemoRequest Native(string method, HttpRequest request, DemoProfile profile, string? id, string? row)
    {
        var address = request.QueryString.Value ?? "";
        return IsTooMuch(address, profile)
            ? new(method, [], request) { Id = id, Row = row, Damage = TooManyParameters }
            : new(method, QueryHelpers.ParseQuery(address), request) { Id = id, Row = row };
    }

    /// <summary>Reads a call of the protocol. A parameter in both address and body has both values, as on real servers.</summary>
    internal static async Task<DemoRequest> ReadAsync(HttpRequest request, DemoProfile profile)
    {
        var path = request.Path.Value ?? "";
        var method = path[(path.LastIndexOf('/') + 1)..];
        method = method.EndsWith(".view", StringComparison.Ordinal) ? method[..^".view".Length] : method;

        if (IsTooMuch(request.QueryString.Value ?? "", profile))
        {
            return new DemoRequest(method, [], request) { Damage = TooManyParameters };
        }

        var address = QueryHelpers.ParseQuery(request.QueryString.Value);
        if (!HttpMethods.IsPost(request.Method)
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return new DemoRequest(method, address, request);
        }

        var (body, damage) = await ReadBodyAsync(request, profile);
        foreach (var (name, values) in address)
        {
            body[name] = body.TryGetValue(name, out var others) ? StringValues.Concat(others, values) : values;
        }

        return new DemoRequest(method, body, request) { Damage = damage };
    }

    private static async Task<(Dictionary<string, StringValues> Parameters, string? Damage)> ReadBodyAsync(HttpRequest request, DemoProfile profile)
    {
        string text;
        try
        {
            // Read to the end in any case: a caller that is still sending does not read the answer.
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, CancellationToken.None);
            if (bytes.Length > MaxBodyBytes)
            {
                return ([], profile.AnswersUnreadableTwice ? "http: POST too large" : "http: request body too large");
            }

            text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (IOException broken)
        {
            // The caller has disconnected.
            return ([], broken.Message);
        }

        if (IsTooMuch(text, profile))
        {
            return ([], TooManyParameters);
        }

        if (text.Contains(';') && profile.Family == DemoFamily.Gonic)
        {
            return ([], "invalid semicolon separator in query");
        }

        if (profile.Family == DemoFamily.Supysonic || !text.Contains(';'))
        {
            return (QueryHelpers.ParseQuery(text), null);
        }

        // Go's parser drops a pair with a bare semicolon and reports a broken form.
        var whole = string.Join('&', text.Split('&').Where(pair => !pair.Contains(';')));
        return (QueryHelpers.ParseQuery(whole), "invalid semicolon separator in query");
    }

    /// <summary>Go's form reader counts the parameters, including the login, before it reads any. If there are too many, it reads
    /// none.</summary>
    private static bool IsTooMuch(string form, DemoProfile profile) => profile.MaxParameters is { } most && form.Length > 0 && form.AsSpan().Count('&') + 1 > most;
}
