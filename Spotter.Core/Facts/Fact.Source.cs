namespace Spotter.Core.Facts;

// Facts about connections and their playlists.
public abstract partial record Fact
{
    /// <summary>A service needs the user to act.</summary>
    public sealed record NeedsUser(ServiceName Service, Fact Why) : Fact;

    /// <summary>A playlist is gone at its source.</summary>
    public sealed record GoneAtSource : Fact;

    /// <summary>The connection was deleted in the meantime.</summary>
    public sealed record ConnectionGone : Fact;

    /// <summary>The service was tested and works.</summary>
    public sealed record ServiceAnswers(ServiceName Service, string Owner) : Fact;

    /// <summary>A chosen playlist was gone.</summary>
    public sealed record NotAddedGone(string Playlist) : Fact;

    /// <summary>A chosen playlist could not be read.</summary>
    public sealed record NotAdded(string Playlist, Fact Why) : Fact;

    /// <summary>A playlist was added, and the server has another one with that name.</summary>
    public sealed record NamesakeThere(string Playlist, ServerName Server) : Fact;

    /// <summary>A playlist was imported.</summary>
    public sealed record Imported(int Tracks) : Fact;

    /// <summary>A playlist was read again and had not changed.</summary>
    public sealed record ReadUnchanged : Fact;

    /// <summary>A playlist was read again and had changed.</summary>
    public sealed record ReadAgain(FactList Changes) : Fact;

    /// <summary>Tracks have new metadata. Part of a list.</summary>
    public sealed record Redescribed(int Tracks) : Fact;

    /// <summary>The playlist had another name. Part of a list.</summary>
    public sealed record RenamedFrom(string Name) : Fact;

    /// <summary>The encryption keys of a stored sign-in are lost.</summary>
    public sealed record KeysLost(ServiceName Service) : Fact;

    /// <summary>The service is not registered.</summary>
    public sealed record ServiceUnknown(string Kind) : Fact;

    /// <summary>An empty field of a form, stored by an earlier version with the text of its label. No longer created: replaced by
    /// <see cref="FieldEmpty"/>.</summary>
    public sealed record FieldMissing(string Field) : Fact;

    /// <summary>The sign-in belongs to another account.</summary>
    public sealed record AnotherAccount(string Owner, string Connected) : Fact;

    /// <summary>A link leads to nothing public.</summary>
    public sealed record LinkEmpty(ServiceName Service) : Fact;

    /// <summary>A sign-in returned that this user has not begun.</summary>
    public sealed record SignInNotBegun(ServiceName Service) : Fact;

    /// <summary>The user did not agree.</summary>
    public sealed record SignInDeclined(ServiceName Service) : Fact;

    /// <summary>The service refused the sign-in with this code.</summary>
    public sealed record SignInRefused(ServiceName Service, string Error) : Fact;

    /// <summary>The pasted text is not the address of the sign-in.</summary>
    public sealed record AddressWrong : Fact;
}
