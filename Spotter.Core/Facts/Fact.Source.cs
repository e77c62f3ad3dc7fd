namespace Spotter.Core.Facts;

// What is said of connections and what comes of them.
public abstract partial record Fact
{
    /// <summary>A service needs its user.</summary>
    public sealed record NeedsUser(ServiceName Service, Fact Why) : Fact;

    /// <summary>A playlist vanished at its source.</summary>
    public sealed record GoneAtSource : Fact;

    /// <summary>The connection was taken away meanwhile.</summary>
    public sealed record ConnectionGone : Fact;

    /// <summary>The service was asked, and works.</summary>
    public sealed record ServiceAnswers(ServiceName Service, string Owner) : Fact;

    /// <summary>A chosen playlist was gone.</summary>
    public sealed record NotAddedGone(string Playlist) : Fact;

    /// <summary>A chosen playlist could not be read.</summary>
    public sealed record NotAdded(string Playlist, Fact Why) : Fact;

    /// <summary>A playlist came in, and the server has another of that name.</summary>
    public sealed record NamesakeThere(string Playlist, ServerName Server) : Fact;

    /// <summary>A playlist came in.</summary>
    public sealed record Imported(int Tracks) : Fact;

    /// <summary>A playlist was read again and had not changed.</summary>
    public sealed record ReadUnchanged : Fact;

    /// <summary>A playlist was read again and had changed.</summary>
    public sealed record ReadAgain(FactList Changes) : Fact;

    /// <summary>Tracks are described otherwise; a part of a list.</summary>
    public sealed record Redescribed(int Tracks) : Fact;

    /// <summary>The playlist had another name; a part of a list.</summary>
    public sealed record RenamedFrom(string Name) : Fact;

    /// <summary>The keys of a stored sign-in are lost.</summary>
    public sealed record KeysLost(ServiceName Service) : Fact;

    /// <summary>Nobody registered the service.</summary>
    public sealed record ServiceUnknown(string Kind) : Fact;

    /// <summary>What earlier versions stored of a form that is not complete. Never made any more: <see cref="FieldEmpty"/> is.</summary>
    public sealed record FieldMissing(string Field) : Fact;

    /// <summary>The sign-in is another account's.</summary>
    public sealed record AnotherAccount(string Owner, string Connected) : Fact;

    /// <summary>A link leads to nothing public.</summary>
    public sealed record LinkEmpty(ServiceName Service) : Fact;

    /// <summary>A sign-in came back that nobody was sent off for.</summary>
    public sealed record SignInNotBegun(ServiceName Service) : Fact;

    /// <summary>The user did not agree.</summary>
    public sealed record SignInDeclined(ServiceName Service) : Fact;

    /// <summary>The service refused the sign-in, by its code.</summary>
    public sealed record SignInRefused(ServiceName Service, string Error) : Fact;

    /// <summary>What was pasted is not the address of the sign-in.</summary>
    public sealed record AddressWrong : Fact;
}
