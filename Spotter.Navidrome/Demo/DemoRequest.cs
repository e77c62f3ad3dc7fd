using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Spotter.Navidrome.Demo;

/// <summary>A call to the embedded server: the method and its parameters, wherever they stood.</summary>
public sealed class DemoRequest
{
    private readonly Dictionary<string, StringValues> _parameters;

    private DemoRequest(string method, Dictionary<string, StringValues> parameters, HttpRequest request)
    {
        Method = method;
        _parameters = parameters;
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Query = request.QueryString.Value ?? "";
    }

    /// <summary>"ping", "createPlaylist"…, without suffix; of Navidrome's own interface "native:login", "native:playlists", "native:playlist", "native:image".</summary>
    public string Method { get; }

    /// <summary>The HTTP headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The address's query as sent.</summary>
    public string Query { get; }

    /// <summary>Why the body could not be read, or null where it could.</summary>
    internal string? Damage { get; private init; }

    /// <summary>Whether the call changes something on the server.</summary>
    public bool IsWrite => Method is "createPlaylist" or "updatePlaylist" or "deletePlaylist" or "native:image";

    /// <summary>The parameter's first value, or null.</summary>
    public string? Find(string name) => _parameters.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>All values of the parameter, in order.</summary>
    public IReadOnlyList<string> All(string name) => _parameters.TryGetValue(name, out var values) ? [.. values.Select(value => value ?? "")] : [];

    /// <summary>Whether the parameter is there, empty or not.</summary>
    public bool Has(string name) => _parameters.ContainsKey(name);

    /// <summary>The parameter.</summary>
    /// <exception cref="DemoException">It is missing: code 10.</exception>
    internal string Get(string name) => Find(name) is { Length: > 0 } value ? value : throw DemoException.Missing(name);

    /// <summary>The parameter as a number.</summary>
    internal int Number(string name, int otherwise) => int.TryParse(Find(name), out var number) && number >= 0 ? number : otherwise;

    /// <summary>A call of Navidrome's own interface.</summary>
    internal static DemoRequest Native(string method, HttpRequest request, string? id = null)
        => new(method, id is null ? [] : new() { ["id"] = id }, request);

    /// <summary>Reads a call of the protocol; a parameter in both address and body has both values, as everywhere.</summary>
    internal static async Task<DemoRequest> ReadAsync(HttpRequest request, DemoProfile profile)
    {
        var path = request.Path.Value ?? "";
        var method = path[(path.LastIndexOf('/') + 1)..];
        method = method.EndsWith(".view", StringComparison.Ordinal) ? method[..^".view".Length] : method;

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
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            text = await reader.ReadToEndAsync(CancellationToken.None);
        }
        catch (IOException broken)
        {
            // BadHttpRequestException is one: too long, or cut off.
            return ([], broken.Message);
        }

        if (profile.Family == DemoFamily.Supysonic || !text.Contains(';'))
        {
            return (QueryHelpers.ParseQuery(text), null);
        }

        // Go's parser drops a pair with a bare semicolon and says that the form is broken.
        var whole = string.Join('&', text.Split('&').Where(pair => !pair.Contains(';')));
        return (QueryHelpers.ParseQuery(whole), "invalid semicolon separator in query");
    }
}
