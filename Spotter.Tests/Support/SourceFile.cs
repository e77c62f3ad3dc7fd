namespace Spotter.Tests.Support;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Relative to the root, with slashes.</param>
/// <param name="FullPath">The path on this machine.</param>
internal sealed record SourceFile(string Path, string FullPath)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Text => field ??= File.ReadAllText(FullPath);

    /// <summary>The text without comments and string literals.</summary>
    public string Code => field ??= Repository.CodeOnly(Text);

    public override string ToString() => Path;
}
