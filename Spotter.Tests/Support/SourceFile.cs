namespace Spotter.Tests.Support;

/// <summary>A file of the repository.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="FullPath">Where it is on this machine.</param>
internal sealed record SourceFile(string Path, string FullPath)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Text => field ??= File.ReadAllText(FullPath);

    /// <summary>Without comments and texts.</summary>
    public string Code => field ??= Repository.CodeOnly(Text);

    public override string ToString() => Path;
}
