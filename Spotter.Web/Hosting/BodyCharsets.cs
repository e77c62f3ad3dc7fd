using System.Text;
using Microsoft.Net.Http.Headers;

namespace Spotter.Web.Hosting;

/// <summary>Refuses a body with an unknown charset, with an explanation, before anything tries to read it.</summary>
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

            // Quotes are valid, but the framework's JSON reader does not accept them.
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
