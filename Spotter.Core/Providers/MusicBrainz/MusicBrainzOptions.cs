using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>Whether and where other names are looked up at MusicBrainz (section "Matching:MusicBrainz"). Off by default.</summary>
public sealed record MusicBrainzOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Matching:MusicBrainz";

    /// <summary>The public service, which requires a contact address.</summary>
    internal const string PublicUrl = "https://musicbrainz.org";

    /// <summary>Whether MusicBrainz is asked about tracks that were not found. Default: false, since artists, titles and codes are sent to
    /// it.</summary>
    [Display(Name = "Other names are asked for at MusicBrainz")]
    public bool Enabled { get; set; }

    /// <summary>The address of its web service, without "/ws/2". Default: the public one. It can be your own mirror.</summary>
    [Display(Name = "MusicBrainz")]
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = PublicUrl;

    /// <summary>The administrator's mail address or web page, sent with every request. Empty by default, required for the public
    /// service.</summary>
    [Display(Name = "Contact that MusicBrainz is told")]
    [DisplayFormat(NullDisplayText = "none")]
    public string Contact { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Contact.Length > 0 && !IsContact(Contact))
        {
            yield return new("a mail address or the address of a web page", [nameof(Contact)]);
        }
        else if (Enabled && Contact.Length == 0 && IsAtPublicService())
        {
            yield return new($"{Section}:{nameof(Contact)} is missing: MusicBrainz wants a mail address or web page of whoever runs this, with every request.");
        }
    }

    /// <summary>Whether the contact is a mail address or a web address, in characters that an HTTP header can carry.</summary>
    public static bool IsContact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(c => c is > ' ' and <= '~' and not ('(' or ')' or '\\'))
            && (text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] || (Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"));
    }

    /// <summary>Whether the address is that of the public service.</summary>
    public bool IsAtPublicService() => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address)
        && (address.Host.Equals("musicbrainz.org", StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith(".musicbrainz.org", StringComparison.OrdinalIgnoreCase));
}
