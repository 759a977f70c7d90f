using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Http;

/// <summary>Turns outcomes into HTTP answers: RFC 9457 problem details, ETags, and nothing of the domain on the wire.</summary>
public static class Answer
{
    public static IResult Of<T>(Outcome<T> outcome, Phrases phrases, Func<T, IResult> done) =>
        outcome.Refused(out var refusal, out var value) ? Problem(refusal, phrases) : done(value);

    /// <param name="more">What a program needs to know besides the words of the sentence; wins over a word of its name.</param>
    public static IResult Problem(
        Refusal refusal,
        Phrases phrases,
        params ReadOnlySpan<(string Name, object Value)> more
    )
    {
        var status =
            refusal is IfMatchIsMissing
                ? StatusCodes.Status428PreconditionRequired
                : Status(refusal.Kind);
        var sentence = phrases.Say(refusal);
        var problem = refusal.Field is { } field
            ? new ValidationProblemDetails(
                new Dictionary<string, string[]> { [field] = [sentence] }
            )
            : new ProblemDetails();
        problem.Status = status;
        problem.Title = sentence;
        problem.Type = "urn:plimsoll:refused:" + refusal.Code;
        problem.Extensions["code"] = refusal.Code;
        foreach (var (word, value) in refusal.Words)
            problem.Extensions[word] = value;
        foreach (var (name, value) in more)
            problem.Extensions[name] = value;
        return TypedResults.Problem(problem);
    }

    /// <summary>One page of a list; 400 when it was asked for by a place that is not understood.</summary>
    public static IResult Page<T, TWire>(PageOf<T> page, Func<T, TWire> wire, Phrases phrases) =>
        page.IsLost
            ? Problem(new IsNotUnderstood("cursor"), phrases)
            : TypedResults.Ok(new PageOf<TWire>([.. page.Items.Select(wire)], page.Next));

    public static int Status(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.NotThere => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status409Conflict,
        };
}
