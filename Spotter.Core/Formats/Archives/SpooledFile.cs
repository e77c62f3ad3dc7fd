namespace Spotter.Core.Formats.Archives;

/// <summary>A temporary file for an upload or download that is too large for memory. It is in the system's temporary folder and is deleted
/// when it is closed.</summary>
internal static class SpooledFile
{
    /// <summary>Creates an empty file.</summary>
    public static Stream Create() => new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Options());

    /// <summary>Saves the content of a stream to a file, and returns it as a seekable stream.</summary>
    /// <param name="start">The bytes that were already read from the stream.</param>
    /// <param name="rest">The rest of the stream.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PlaylistFileException">More bytes arrive than the limit for an archive.</exception>
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
                // A declared length proves nothing: only the bytes that arrive count.
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
            // It contains a user's data from a service: other users of the machine must not read it.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
