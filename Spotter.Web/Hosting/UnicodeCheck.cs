using System.Text;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Checks that text can be normalised. Without ICU, text silently stays as it is, and matching would miss songs without a
/// message.</summary>
public static class UnicodeCheck
{
    /// <exception cref="BadConfigurationException">Normalisation does not work.</exception>
    public static void Run()
    {
        if ("\uFF41".Normalize(NormalizationForm.FormKC) != "a")
        {
            throw new BadConfigurationException(
                "Unicode normalisation does not work here. Install the ICU libraries (libicu) and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }
}
