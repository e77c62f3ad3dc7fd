using System.Net.Http.Headers;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// The body of a call with all parameters, including credentials. Only the format of the answer is in the URL, since some servers merge a
/// parameter that is in both places, and URLs end up in access logs.
/// </summary>
internal sealed class SubsonicForm : FormUrlEncodedContent
{
    private readonly HashSet<string> _names;

    public SubsonicForm(IReadOnlyList<KeyValuePair<string, string>> parameters)
        : base(parameters)
    {
        Count = parameters.Count;
        _names = [.. parameters.Select(parameter => parameter.Key)];
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
    }

    /// <summary>The number of parameters, including the login: some servers limit it.</summary>
    public int Count { get; }

    /// <summary>Whether the call has a parameter of the name.</summary>
    public bool Has(string name) => _names.Contains(name);
}
