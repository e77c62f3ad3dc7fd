namespace Spotter.Core.Formats.Archives;

/// <summary>A file on its way in or out that is too large to be held in memory: put down in the system's temporary folder, and gone when it is closed.</summary>
internal static class SpooledFile
{
    /// <summary>An empty file.</summary>
    public static Stream Create() => new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Options());

    /// <summary>The whole content as a stream that can be read anywhere in it.</summary>
    /// <param name="start">What was read of it already.</param>
    /// <param name="rest">The rest of it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PlaylistFileException">More arrives than an archive may have.</exception>
    public static async Task<Stream> KeepAsync(ReadOnlyMemory<byte> start, Stream rest, CancellationToken cancellationToken)
    {
        var kept = Create();
        try
        {
            await kept.WriteAsync(start, cancellationToken);
            var buffer = new byte[81_920];
            int read;
            while ((read = await rest.ReadAsync(buffer, cancellationToken)) > 0)
            {
                // A length that a client declares proves nothing: what counts is what arrives.
                if (kept.Length + read > PlaylistFileLimits.MaxArchiveBytes)
                {
                    throw PlaylistArchive.TooLarge();
                }

                await kept.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            kept.Position = 0;
            return kept;
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            // It is what one user has at a service: nobody else on the machine reads it.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
