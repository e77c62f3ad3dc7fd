namespace Spotter.Core.Providers;

/// <summary>A connection's values while a source works with them, and the way to keep those that the service renews.</summary>
/// <param name="values">What is known.</param>
/// <param name="store">Stores values that the service has renewed (tokens that rotate); null where there is nowhere to keep them.</param>
public sealed class SourceSession(SourceValues values, Func<SourceValues, CancellationToken, Task>? store = null)
{
    /// <summary>The values as last stored.</summary>
    public SourceValues Values { get; private set; } = values;

    /// <summary>Keeps renewed values, before anything is done with them: a token that rotated and got lost locks the user out.</summary>
    public async Task StoreAsync(SourceValues values, CancellationToken cancellationToken)
    {
        Values = values;
        await (store?.Invoke(values, cancellationToken) ?? Task.CompletedTask);
    }
}
