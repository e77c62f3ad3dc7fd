using System.Text;
using Microsoft.Net.Http.Headers;

namespace Spotter.Web.Hosting;

/// <summary>Refuses a body whose charset nobody knows with a sentence, before anything tries to read it.</summary>
public static class BodyCharsets
{
    public static IApplicationBuilder UseBodyCharsets(this IApplicationBuilder app)
        => app.Use((context, next) =>
        {
            if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.Charset is not { HasValue: true } charset)
            {
                return next(context);
            }

            var name = charset.ToString().Trim('"');
            if (!IsKnown(name))
            {
                return TypedResults.Problem(
                    "The charset of the body is not known here. Send UTF-8.", statusCode: StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context);
            }

            // With quotes it is as good, but the framework's reader of JSON stumbles over them.
            type.Charset = name;
            context.Request.ContentType = type.ToString();
            return next(context);
        });

    private static bool IsKnown(string charset)
    {
        try
        {
            _ = Encoding.GetEncoding(charset);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
