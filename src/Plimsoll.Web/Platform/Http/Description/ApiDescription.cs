using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Plimsoll.Web.Platform.Http.Description;

/// <summary>The description of the interface for programs: OpenAPI 3.1 at <c>/api/v1/openapi.json</c>.</summary>
public static class ApiDescription
{
    public const string Document = "v1";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            Document,
            o =>
            {
                o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                o.ShouldInclude = d =>
                    d.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                o.AddDocumentTransformer(Introduce);
                o.AddOperationTransformer(NameScopeAndHeaders);
            }
        );

    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();

    private static Task Introduce(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken ct
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Plimsoll",
            Version = Document,
            Description =
                "Everything the pages can do, under the same rules. Dates are ISO 8601, weeks are ISO weeks (2026-W48), work is whole minutes, "
                + "moments are UTC. A refused request answers with problem details (RFC 9457) and a stable code. A POST may carry an Idempotency-Key; "
                + "a change carries the ETag it was made from in If-Match.",
            License = new OpenApiLicense { Name = "AGPL-3.0-or-later" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A personal access token, made on the page Tokens.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("token", document)] = [],
            },
        ];
        return Task.CompletedTask;
    }

    private static Task NameScopeAndHeaders(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<NeededScope>().LastOrDefault() is { } needed)
            operation.Description = $"Scope: `{needed.Scope}`. {operation.Description}".TrimEnd();
        var method = context.Description.HttpMethod;
        operation.Parameters ??= [];
        if (method == HttpMethods.Post)
            operation.Parameters.Add(
                Header(
                    "Idempotency-Key",
                    required: false,
                    "The same call with the same key is done once."
                )
            );
        if (
            method == HttpMethods.Put
            || method == HttpMethods.Patch
            || method == HttpMethods.Delete
        )
            operation.Parameters.Add(
                Header("If-Match", required: true, "The ETag of the version that is changed.")
            );
        operation.Responses ??= [];
        operation.Responses.TryAdd(
            "default",
            new OpenApiResponse
            {
                Description = "Refused or failed: problem details with a stable `code`.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.Object },
                    },
                },
            }
        );
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, bool required, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
