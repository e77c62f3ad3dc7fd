namespace Spotter.Core.Library;

/// <summary>A piece of an account's library in the database: the columns of a table of songs, cut into blocks. Written and read in order.</summary>
public sealed class LibraryBlock
{
    /// <summary>The account whose library it is.</summary>
    public int AccountId { get; set; }

    /// <summary>Which of the library's tables, from 0: the first holds the songs of the last full write, the others those added since.</summary>
    public int Part { get; set; }

    /// <summary>Which block of the table, from 1; 0 says which of its songs are gone.</summary>
    public int Number { get; set; }

    /// <summary>Its bytes.</summary>
    public required byte[] Bytes { get; set; }
}
