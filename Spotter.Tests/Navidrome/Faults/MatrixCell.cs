namespace Spotter.Tests.Navidrome.Faults;

/// <summary>One cell: this fault at this request of this operation.</summary>
/// <param name="Operation">What runs.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="At">At which request of the run.</param>
/// <param name="Method">That request.</param>
/// <param name="IsLasting">Whether it stays until the run has ended.</param>
internal sealed record MatrixCell(MatrixOperation Operation, MatrixFault Fault, int At, string Method, bool IsLasting)
{
    public override string ToString() => $"{Operation}, request {At} ({Method}), {Fault.Name}{(IsLasting ? ", lasting" : "")}";
}
