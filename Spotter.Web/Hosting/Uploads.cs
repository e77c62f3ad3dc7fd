using Microsoft.AspNetCore.Http.Metadata;
using Spotter.Core.Persistence;

namespace Spotter.Web.Hosting;

/// <summary>
/// Receives an upload before its endpoint asks for it. What does not fit into memory is buffered on disk, and the framework's binding
/// blames every failure of that on the sender (400), although a full disk is ours.
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
            // .NET's exception for EFBIG: the system does not let a file grow that large.
            throw new IOException(limit.Message, DatabaseTroubles.FileTooLarge);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException && DatabaseTroubles.Of(exception) is null)
        {
            // The sender's fault: the endpoint's binding meets the failure again and reports it.
        }
    }
}
