namespace Spotter.Core.Formats.Archives;

/// <summary>
/// Bytes for a parser that allocates memory by the numbers in them. The stream refuses to go on when its thread has allocated far more than
/// an honest file of this size needs: thousands of cells may show the same long text, and each of them gets its own copy.
/// </summary>
internal sealed class MeteredStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    private const long LeastBudget = 4_000_000;
    private const long BudgetPerByte = 200;

    private readonly long _most = GC.GetAllocatedBytesForCurrentThread() + LeastBudget + (BudgetPerByte * bytes.Length);

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The file has cost too much memory.</exception>
    public override int Read(byte[] buffer, int offset, int count)
        => GC.GetAllocatedBytesForCurrentThread() <= _most
            ? base.Read(buffer, offset, count)
            : throw new InvalidDataException("The file needs far more memory than its size suggests.");
}
