namespace Spotter.Core.Providers;

/// <summary>A connection's values while a source works with them, and the way to keep those that the service renews.</summary>
/// <param name="values">What is known.</param>
/// <param name="reload">Reads the values as they are stored now; null where they are stored nowhere.</param>
/// <param name="store">Stores values that the service has renewed (tokens that rotate); null where there is nowhere to keep them.</param>
public sealed class SourceSession(
    SourceValues values, Func<SourceValues, CancellationToken, Task>? store = null, Func<CancellationToken, Task<SourceValues?>>? reload = null)
{
    /// <summary>The values as last stored.</summary>
    public SourceValues Values { get; private set; } = values;

    /// <summary>Takes over what another session of the same connection has stored meanwhile.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
        => Values = reload is not null && await reload(cancellationToken) is { } stored ? stored : Values;

    /// <summary>Keeps renewed values, before anything is done with them: a token that rotated and got lost locks the user out.</summary>
    public async Task StoreAsync(SourceValues values, CancellationToken cancellationToken)
    {
        Values = values;
        await (store?.Invoke(values, cancellationToken) ?? Task.CompletedTask);
    }
}
