namespace Spotter.Core.Facts;

// Facts about mixtapes and the model that makes them.
public abstract partial record Fact
{
    /// <summary>Spotter was stopped three times during a making.</summary>
    public sealed record MixtapeInterrupted : Fact;

    /// <summary>A making waits for a scan.</summary>
    public sealed record MixtapeWaitsForScan(ServerName Server) : Fact;

    /// <summary>A mixtape was made, with fewer songs than asked for.</summary>
    public sealed record MixtapeShort(int Found, int Wanted) : Fact;

    /// <summary>A mixtape was made.</summary>
    public sealed record MixtapeMade(string Mixtape, int Songs) : Fact;

    /// <summary>A mixtape was not made.</summary>
    public sealed record MixtapeNotMade(string Mixtape, Fact Why) : Fact;

    /// <summary>The library is empty.</summary>
    public sealed record LibraryEmpty : Fact;

    /// <summary>The model declined without an explanation.</summary>
    public sealed record ModelDeclined : Fact;

    /// <summary>The model declined, in its words.</summary>
    public sealed record ModelDeclinedSaying(string Words) : Fact;

    /// <summary>The model's answer ended before the first song.</summary>
    public sealed record ModelCutOff : Fact;

    /// <summary>Nothing in the model's answer could be read.</summary>
    public sealed record ModelUnread : Fact;

    /// <summary>Nothing that the model named is in the library.</summary>
    public sealed record ModelKnowsOthers : Fact;

    /// <summary>Too little of what the model named is in the library.</summary>
    public sealed record ModelKnowsFew(int Found, int Wanted) : Fact;

    /// <summary>The model server does not accept the key.</summary>
    public sealed record ModelKeyRefused : Fact;

    /// <summary>The model server does not know the model.</summary>
    public sealed record ModelUnknown(string Model) : Fact;

    /// <summary>The model server is out of order, in its words.</summary>
    public sealed record ModelServerOutOfOrder(ServiceName Service, int Status, string Words) : Fact;

    /// <summary>The model server refused, in its words.</summary>
    public sealed record ModelServerRefused(ServiceName Service, int Status, string Words) : Fact;

    /// <summary>The prompt is missing.</summary>
    public sealed record WishMissing : Fact;

    /// <summary>No model server is configured.</summary>
    public sealed record MixtapesOff : Fact;

    /// <summary>The mixtape was deleted.</summary>
    public sealed record MixtapeGone : Fact;

    /// <summary>The user has the maximum number of mixtapes.</summary>
    public sealed record TooManyMixtapes(int Most) : Fact;

    /// <summary>A persona lacks its name or its text.</summary>
    public sealed record PersonaIncomplete : Fact;

    /// <summary>The user already has a persona with that name.</summary>
    public sealed record PersonaThere(string Persona) : Fact;

    /// <summary>The persona was deleted.</summary>
    public sealed record PersonaGone : Fact;

    /// <summary>The user has the maximum number of personas.</summary>
    public sealed record TooManyPersonas(int Most) : Fact;
}
