namespace Spotter.Core.Mixtapes;

/// <summary>What a making has cost so far.</summary>
public sealed class MixtapeSpending
{
    /// <summary>Tokens, or null where the server has counted none.</summary>
    public int? Tokens { get; private set; }

    /// <summary>Counts an answer.</summary>
    public void Add(int? tokens) => Tokens = tokens is { } more ? (int)Math.Min(int.MaxValue, (long)(Tokens ?? 0) + more) : Tokens;
}
