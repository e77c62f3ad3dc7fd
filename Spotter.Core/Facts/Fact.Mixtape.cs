namespace Spotter.Core.Facts;

// Facts about mixtapes and the model that makes them.
public abstract partial record Fact
{
    /// <summary>Spotter was stopped three times while it made a mixtape.</summary>
    public sealed record MixtapeInterrupted : Fact;

    /// <summary>A mixtape waits until the server has scanned its library.</summary>
    public sealed record MixtapeWaitsForScan(ServerName Server) : Fact;

    /// <summary>A mixtape has fewer songs than requested.</summary>
    public sealed record MixtapeShort(int Found, int Wanted) : Fact;

    /// <summary>A mixtape is ready.</summary>
    public sealed record MixtapeMade(string Mixtape, int Songs) : Fact;

    /// <summary>A mixtape could not be made.</summary>
    public sealed record MixtapeNotMade(string Mixtape, Fact Why) : Fact;

    /// <summary>The library is empty.</summary>
    public sealed record LibraryEmpty : Fact;

    /// <summary>The model refused without an explanation.</summary>
    public sealed record ModelDeclined : Fact;

    /// <summary>The model refused, with its explanation.</summary>
    public sealed record ModelDeclinedSaying(string Words) : Fact;

    /// <summary>The model's answer was cut off before the first song.</summary>
    public sealed record ModelCutOff : Fact;

    /// <summary>The model's answer contained nothing readable.</summary>
    public sealed record ModelUnread : Fact;

    /// <summary>None of the songs that the model named is in the library.</summary>
    public sealed record ModelKnowsOthers : Fact;

    /// <summary>Too few of the songs that the model named are in the library.</summary>
    public sealed record ModelKnowsFew(int Found, int Wanted) : Fact;

    /// <summary>The model server does not accept the key.</summary>
    public sealed record ModelKeyRefused : Fact;

    /// <summary>The model server does not know the model.</summary>
    public sealed record ModelUnknown(string Model) : Fact;

    /// <summary>The model server is not working, with its message.</summary>
    public sealed record ModelServerOutOfOrder(ServiceName Service, int Status, string Words) : Fact;

    /// <summary>The model server refused the request, with its message.</summary>
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
