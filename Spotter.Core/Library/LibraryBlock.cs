namespace Spotter.Core.Library;

/// <summary>A piece of an account's library as the database keeps it: the columns of a table of songs, cut into blocks. Written and read in order.</summary>
public sealed class LibraryBlock
{
    /// <summary>The account whose library it is.</summary>
    public int AccountId { get; set; }

    /// <summary>Which of the library's tables, from 0: the first holds what was there at the last full write, the others what came since.</summary>
    public int Part { get; set; }

    /// <summary>Which block of the table, from 1; 0 tells which of its songs count no more.</summary>
    public int Number { get; set; }

    /// <summary>Its bytes.</summary>
    public required byte[] Bytes { get; set; }
}
