using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>One cell: this ailment at this write or commit of this operation.</summary>
/// <param name="Operation">What runs.</param>
/// <param name="Ailment">What is wrong.</param>
/// <param name="At">At which write or commit of the run.</param>
/// <param name="Sent">What that was.</param>
/// <param name="IsLasting">Whether it stays until the run has ended.</param>
internal sealed record SickCell(MatrixOperation Operation, Ailment Ailment, int At, string Sent, bool IsLasting)
{
    public override string ToString() => $"{Operation}, write {At} ({Sent}), {Ailment}{(IsLasting ? ", lasting" : "")}";
}
