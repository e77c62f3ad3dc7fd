using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Spotter.Navidrome.Demo;

/// <summary>A call to the embedded server: the method and its parameters, wherever they stood.</summary>
public sealed class DemoRequest
{
    private readonly Dictionary<string, StringValues> _parameters;

    private DemoRequest(string method, Dictionary<string, StringValues> parameters, IReadOnlyDictionary<string, string> headers, string query)
    {
        Method = method;
        _parameters = parameters;
        Headers = headers;
        Query = query;
    }

    /// <summary>"ping", "createPlaylist"…, without suffix.</summary>
    public string Method { get; }

    /// <summary>The HTTP headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The address's query as sent.</summary>
    public string Query { get; }

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

    /// <summary>Reads the request; a parameter in both address and body has both values, as on Navidrome.</summary>
    internal static async Task<DemoRequest> ReadAsync(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var method = path[(path.LastIndexOf('/') + 1)..];
        method = method.EndsWith(".view", StringComparison.Ordinal) ? method[..^".view".Length] : method;

        var parameters = QueryHelpers.ParseQuery(request.QueryString.Value);
        if (HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
        {
            using var reader = new StreamReader(request.Body);
            foreach (var (name, values) in QueryHelpers.ParseQuery(await reader.ReadToEndAsync(request.HttpContext.RequestAborted)))
            {
                parameters[name] = parameters.TryGetValue(name, out var others) ? StringValues.Concat(others, values) : values;
            }
        }

        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new DemoRequest(method, parameters, headers, request.QueryString.Value ?? "");
    }
}
