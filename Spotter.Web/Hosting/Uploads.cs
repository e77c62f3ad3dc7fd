using Microsoft.AspNetCore.Http.Metadata;
using Spotter.Core.Persistence;

namespace Spotter.Web.Hosting;

/// <summary>
/// Receives an upload before its endpoint asks for it. What does not fit into memory is put down on disk meanwhile, and the framework's binding calls
/// every failure of that the sender's fault (400): a full disk is ours.
/// </summary>
public static class Uploads
{
    public static IApplicationBuilder UseUploads(this IApplicationBuilder app)
        => app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<IFormOptionsMetadata>() is not null && context.Request.HasFormContentType)
            {
                await ReceiveAsync(context.Request);
            }

            await next(context);
        });

    private static async Task ReceiveAsync(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (ArgumentOutOfRangeException limit)
        {
            // .NET's word for EFBIG: the system lets no file grow that large.
            throw new IOException(limit.Message, DatabaseTroubles.FileTooLarge);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException && DatabaseTroubles.Of(exception) is null)
        {
            // It is the sender's fault, and the endpoint's binding, which meets it again, says so.
        }
    }
}
