using System.Text;

namespace Spotter.Web.Hosting;

/// <summary>
/// The console, which may be redirected to a file on a full disk: what cannot be written is lost, and later output is written again. The
/// framework's own logger would stop writing after the first failure, and a last message to a full disk would end the process with a stack
/// trace.
/// </summary>
internal sealed class FailSafeWriter(TextWriter console) : TextWriter
{
    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => Try(value, static (console, value) => console.Write(value));

    public override void Write(string? value) => Try(value, static (console, value) => console.Write(value));

    public override void Write(char[] buffer, int index, int count)
        => Try((buffer, index, count), static (console, part) => console.Write(part.buffer, part.index, part.count));

    public override void WriteLine(string? value) => Try(value, static (console, value) => console.WriteLine(value));

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => Try(0, static (console, _) => console.Flush());

    private void Try<T>(T what, Action<TextWriter, T> write)
    {
        try
        {
            write(console, what);
        }
        catch (IOException)
        {
            // There is nowhere else to report it.
        }
    }
}
