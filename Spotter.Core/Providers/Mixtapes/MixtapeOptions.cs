using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>The model that makes mixtapes (section "Mixtapes"); off until it is named. No record: its text would show the key.</summary>
public sealed class MixtapeOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mixtapes";

    /// <summary>The address of an OpenAI-compatible interface, up to its version ("http://localhost:11434/v1"); empty by default, which leaves mixtapes off.</summary>
    [Display(Name = "Model server")]
    [DisplayFormat(NullDisplayText = "none: mixtapes are off")]
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as that server knows it; needed where an endpoint is set.</summary>
    [Display(Name = "Model")]
    [DisplayFormat(NullDisplayText = "not set")]
    public string Model { get; set; } = "";

    /// <summary>The key that the server asks for; empty by default, as servers at home ask for none.</summary>
    [Display(Name = "Key")]
    [DataType(DataType.Password)]
    public string ApiKey { get; set; } = "";

    /// <summary>How long one answer may take, in seconds; 300 by default, since a model on a small machine thinks for minutes.</summary>
    [Display(Name = "An answer may take")]
    [Range(5, 3_600)]
    public int TimeoutSeconds { get; set; } = 300;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length == 0)
        {
            yield break;
        }

        if (!HttpAddressAttribute.TryParse(Endpoint, out var endpoint) || endpoint.UserInfo.Length > 0)
        {
            // It may have a password in it: it is not shown.
            yield return new($"{Section}:{nameof(Endpoint)} must be an address like http://localhost:11434/v1, with nothing secret in it.");
        }
        else if (Model.Length == 0)
        {
            yield return new($"{Section}:{nameof(Model)} is missing: with {Section}:{nameof(Endpoint)} goes the name of a model, as that server knows it.");
        }

        if (ApiKey.Any(c => c is <= ' ' or > '~'))
        {
            yield return new($"{Section}:{nameof(ApiKey)} holds a character that no key can have, perhaps a blank or a line break at its end.");
        }
    }
}
