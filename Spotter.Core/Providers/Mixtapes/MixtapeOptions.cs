using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>The model that makes mixtapes (section "Mixtapes"). Off until an endpoint is set. Not a record, since its ToString would show
/// the key.</summary>
public sealed class MixtapeOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mixtapes";

    /// <summary>The base address of an OpenAI-compatible API, including the version ("http://localhost:11434/v1"). Empty by default, which
    /// switches mixtapes off.</summary>
    [Display(Name = "Model server")]
    [DisplayFormat(NullDisplayText = "none: mixtapes are off")]
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name as that server knows it. Required if an endpoint is set.</summary>
    [Display(Name = "Model")]
    [DisplayFormat(NullDisplayText = "not set")]
    public string Model { get; set; } = "";

    /// <summary>The key that the server requires. Empty by default, since servers at home require none.</summary>
    [Display(Name = "Key")]
    [DataType(DataType.Password)]
    public string ApiKey { get; set; } = "";

    /// <summary>How long one answer may take, in seconds. Default: 300, since a model on a small machine thinks for minutes.</summary>
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
            // The address may contain a password, so it is not shown.
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
