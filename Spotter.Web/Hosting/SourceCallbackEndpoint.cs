using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Access;
using Spotter.Web.Addresses;

namespace Spotter.Web.Hosting;

/// <summary>The address that services send users back to after a sign-in. The Sources page shows the result, never text from the
/// address.</summary>
public static class SourceCallbackEndpoint
{
    public static IEndpointConventionBuilder MapSourceCallback(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/" + SpotterUrls.SourceCallback("{kind}"), CompleteAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> CompleteAsync(
        Visitor visitor, string kind, string? state, string? code, string? error, BrowserSignIns signIns, CancellationToken cancellationToken)
    {
        SignInReturn result;
        try
        {
            result = new((await signIns.CompleteAsync(visitor.UserId, kind, state, code, error, cancellationToken)).Id, null);
        }
        catch (ProviderException failure)
        {
            result = new(null, failure.Reason);
        }

        signIns.StoreReturn(visitor.UserId, result);
        return Results.LocalRedirect($"~/{SpotterUrls.Sources}");
    }
}
