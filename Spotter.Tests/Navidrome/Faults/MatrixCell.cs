namespace Spotter.Tests.Navidrome.Faults;

/// <summary>One cell: this fault at this request of this operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Fault">The fault.</param>
/// <param name="At">The index of the request in the run.</param>
/// <param name="Method">The method of that request.</param>
/// <param name="IsLasting">Whether the fault lasts until the run has ended.</param>
internal sealed record MatrixCell(MatrixOperation Operation, MatrixFault Fault, int At, string Method, bool IsLasting)
{
    public override string ToString() => $"{Operation}, request {At} ({Method}), {Fault.Name}{(IsLasting ? ", lasting" : "")}";
}
