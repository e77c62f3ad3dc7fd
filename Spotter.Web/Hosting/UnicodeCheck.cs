using System.Text;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Sees to it that text can be normalised. Without ICU it silently stays as it is, and matching would miss without a word.</summary>
public static class UnicodeCheck
{
    /// <exception cref="BadConfigurationException">Normalisation does nothing here.</exception>
    public static void Run()
    {
        if ("\uFF41".Normalize(NormalizationForm.FormKC) != "a")
        {
            throw new BadConfigurationException(
                "Unicode normalisation does not work here. Install the ICU libraries (libicu) and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }
}
