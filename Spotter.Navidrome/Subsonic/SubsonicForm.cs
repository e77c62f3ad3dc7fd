using System.Net.Http.Headers;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// The body of a call: every parameter, credentials included. Nothing but the answer's format stands in the address, since a
/// parameter in both places is merged by some servers, and addresses end up in access logs.
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

    /// <summary>How many parameters there are, the login among them: some servers count.</summary>
    public int Count { get; }

    /// <summary>Whether the call has a parameter of the name.</summary>
    public bool Has(string name) => _names.Contains(name);
}
