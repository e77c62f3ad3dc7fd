namespace Spotter.Core.Providers;

/// <summary>A connection's values while a source works with them, and a way to store values that the service renews.</summary>
/// <param name="values">The known values.</param>
/// <param name="reload">Reads the values as they are stored now. Null if they are not stored anywhere.</param>
/// <param name="store">Stores values that the service has renewed (rotating tokens). Null if there is no place to store them.</param>
/// <param name="takeTurn">Waits until no other session of the connection renews its values, in this process or another. Null if there is no other.</param>
public sealed class SourceSession(
    SourceValues values,
    Func<SourceValues, CancellationToken, Task>? store = null,
    Func<CancellationToken, Task<SourceValues?>>? reload = null,
    Func<CancellationToken, Task<IAsyncDisposable>>? takeTurn = null)
{
    /// <summary>The values as last stored.</summary>
    public SourceValues Values { get; private set; } = values;

    /// <summary>Waits until no other session of the same connection renews its values, in this process or another.</summary>
    /// <returns>The turn, which ends when it is disposed. Null if there is no other session.</returns>
    public async Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
        => takeTurn is null ? null : await takeTurn(cancellationToken);

    /// <summary>Loads what another session of the same connection has stored in the meantime.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
        => Values = reload is not null && await reload(cancellationToken) is { } stored ? stored : Values;

    /// <summary>Stores renewed values before they are used: losing a rotated token locks the user out.</summary>
    public async Task StoreAsync(SourceValues values, CancellationToken cancellationToken)
    {
        Values = values;
        await (store?.Invoke(values, cancellationToken) ?? Task.CompletedTask);
    }
}
