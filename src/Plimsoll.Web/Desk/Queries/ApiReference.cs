using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Plimsoll.Web.Platform.Http.Description;

namespace Plimsoll.Web.Desk.Queries;

/// <summary>The interface for programs, laid out for a reader: by subject, each route with what it takes and gives.</summary>
public sealed class ApiReference(
    [FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider provider
)
{
    public sealed record Subject(string Name, IReadOnlyList<Route> Routes);

    public sealed record Route(
        string Id,
        string Method,
        string Path,
        string? Summary,
        string? Description,
        IReadOnlyList<Parameter> Parameters,
        string? Takes,
        IReadOnlyList<Answer> Answers
    );

    public sealed record Parameter(
        string Name,
        string In,
        string Type,
        bool Required,
        string? Description
    );

    public sealed record Answer(string Status, string? Description, string? Gives);

    public async Task<IReadOnlyList<Subject>> Read(CancellationToken ct)
    {
        var document = await provider.GetOpenApiDocumentAsync(ct);
        return
        [
            .. document
                .Paths.SelectMany(path =>
                    (path.Value.Operations ?? []).Select(operation =>
                        (
                            Subject: Of(path.Key),
                            Route: Lay(path.Key, operation.Key, operation.Value)
                        )
                    )
                )
                .GroupBy(r => r.Subject)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Subject(g.Key, [.. g.Select(r => r.Route)])),
        ];
    }

    private static string Of(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(2) ?? "";

    private static Route Lay(string path, HttpMethod method, OpenApiOperation operation) =>
        new(
            operation.OperationId ?? (method + path),
            method.Method,
            path,
            operation.Summary,
            operation.Description,
            [
                .. (operation.Parameters ?? []).Select(p => new Parameter(
                    p.Name ?? "",
                    Where(p.In),
                    Kind(p.Schema),
                    p.Required,
                    p.Description
                )),
            ],
            Example(operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema),
            [
                .. (operation.Responses ?? []).Select(r => new Answer(
                    r.Key,
                    r.Value.Description,
                    Example(r.Value.Content?.Values.FirstOrDefault()?.Schema)
                )),
            ]
        );

    private static string Where(ParameterLocation? location) =>
        location?.ToString().ToLowerInvariant() ?? "";

    private static string Kind(IOpenApiSchema? schema)
    {
        if (schema is null)
            return "";
        if (schema.Enum is { Count: > 0 } values)
            return string.Join(" | ", values.Select(v => v?.ToString()));
        var type = schema.Type is { } t
            ? (t & ~JsonSchemaType.Null).ToString().ToLowerInvariant()
            : "object";
        return schema.Format is { } format
            ? string.Create(CultureInfo.InvariantCulture, $"{type} ({format})")
            : type;
    }

    /// <summary>The shape as one would write it in JSON, types in the place of values.</summary>
    private static string? Example(IOpenApiSchema? schema)
    {
        if (schema is null)
            return null;
        var text = new System.Text.StringBuilder();
        Write(schema, text, 0, []);
        return text.ToString() is "object" ? null : text.ToString();
    }

    private static void Write(
        IOpenApiSchema schema,
        System.Text.StringBuilder text,
        int depth,
        HashSet<string> open
    )
    {
        var name = (schema as OpenApiSchemaReference)?.Reference.Id;
        if (name is not null && !open.Add(name))
        {
            text.Append(name);
            return;
        }
        if (schema.Properties is { Count: > 0 } properties && depth < 6)
        {
            text.Append("{\n");
            foreach (var (key, value) in properties)
            {
                text.Append(' ', 2 * (depth + 1)).Append('"').Append(key).Append("\": ");
                Write(value, text, depth + 1, open);
                text.Append('\n');
            }
            text.Append(' ', 2 * depth).Append('}');
        }
        else if (schema.Items is { } items)
        {
            text.Append("[ ");
            Write(items, text, depth, open);
            text.Append(" ]");
        }
        else
            text.Append(Kind(schema));
        if (name is not null)
            open.Remove(name);
    }
}
