using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Spotter.Web.Api;

/// <summary>Says in the OpenAPI document what an import answers: the playlists alone, or with <c>report</c> or <c>dryRun</c> what was left out beside them.</summary>
public static class ImportAnswers
{
    private const string Json = "application/json";

    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        await AddAsync("200", nameof(ImportReport), typeof(ImportReport));
        await AddAsync("200", nameof(ImportDryRun), typeof(ImportDryRun));
        await AddAsync("201", nameof(ImportReport), typeof(ImportReport));

        async Task AddAsync(string status, string name, Type type)
        {
            if (operation.Responses?[status].Content is not { } content || content[Json].Schema is not { } usual || context.Document is not { } document)
            {
                return;
            }

            document.AddComponent<IOpenApiSchema>(name, await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken));
            var answers = usual is OpenApiSchema { OneOf: { } known } ? known : [usual];
            content[Json].Schema = new OpenApiSchema { OneOf = [.. answers, new OpenApiSchemaReference(name, document)] };
        }
    }
}
