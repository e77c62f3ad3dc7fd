namespace Spotter.Core.Providers.Mixtapes;

/// <summary>The model that makes mixtapes (section "Mixtapes"); off until it is named. No record: its text would show the key.</summary>
public sealed class MixtapeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mixtapes";

    /// <summary>The address of an OpenAI-compatible interface, up to its version ("http://localhost:11434/v1"); empty by default, which leaves mixtapes off.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as that server knows it; needed where an endpoint is set.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key that the server asks for; empty by default, as servers at home ask for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long one answer may take, in seconds; 300 by default, since a model on a small machine thinks for minutes.</summary>
    public int TimeoutSeconds { get; set; } = 300;
}
