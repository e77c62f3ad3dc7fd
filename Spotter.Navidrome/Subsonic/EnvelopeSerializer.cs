using System.Reflection;
using Refit;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Gives Refit the envelope that <see cref="SubsonicEnvelopeHandler"/> has parsed, so that no answer is parsed twice.</summary>
internal sealed class EnvelopeSerializer : IHttpContentSerializer
{
    private readonly SystemTextJsonContentSerializer _json = new(SubsonicJson.Options);

    public HttpContent ToHttpContent<T>(T item) => _json.ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
        => content is EnvelopeContent { Envelope: T envelope } ? Task.FromResult<T?>(envelope) : _json.FromHttpContentAsync<T>(content, cancellationToken);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => _json.GetFieldNameForProperty(propertyInfo);
}
