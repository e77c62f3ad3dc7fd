using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>One cell: this fault of the database at this write or commit of this operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Ailment">The fault.</param>
/// <param name="At">The index of the write or commit in the run.</param>
/// <param name="Sent">The statement or commit.</param>
/// <param name="IsLasting">Whether the fault lasts until the run has ended.</param>
internal sealed record SickCell(MatrixOperation Operation, Ailment Ailment, int At, string Sent, bool IsLasting)
{
    public override string ToString() => $"{Operation}, write {At} ({Sent}), {Ailment}{(IsLasting ? ", lasting" : "")}";
}
