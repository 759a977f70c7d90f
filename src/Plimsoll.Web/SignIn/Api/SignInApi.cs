using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Api;

internal static class SignInApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", Me)
            .WithName("getMe")
            .WithTags("Me")
            .WithSummary("Who asks, and what this token may be used for")
            .Produces<MeWire>();
        api.MapPost("/people/{person:guid}/invitation", Invite)
            .Needs("people:invite")
            .WithName("invitePerson")
            .WithTags("People")
            .WithSummary("Invite a person to sign in; earlier invitations of hers are void")
            .NeverStored()
            .Produces<LinkWire>(StatusCodes.Status201Created);
        api.MapPost("/people/{person:guid}/reset-link", Reset)
            .Needs("people:invite")
            .WithName("makeResetLink")
            .WithTags("People")
            .WithSummary("Make a link to a new password, for an hour")
            .NeverStored()
            .Produces<LinkWire>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Me(OwnProfile profile, Asking asking, CancellationToken ct)
    {
        var me = await profile.Ask(asking.Actor, ct);
        return TypedResults.Ok(
            new MeWire(
                me.Person.Value,
                me.Name,
                me.Email,
                JsonNamingPolicy.KebabCaseLower.ConvertName(me.Position.ToString()),
                me.Language,
                me.Theme,
                me.InHours ? "hours" : "percent",
                asking.Zone.Id,
                asking.Scopes
            )
        );
    }

    private static async Task<IResult> Invite(
        Guid person,
        InvitePerson invite,
        Asking asking,
        CancellationToken ct
    ) => Made(await invite.Run(new PersonId(person), asking.Actor, ct), asking);

    private static async Task<IResult> Reset(
        Guid person,
        MakeResetLink reset,
        Asking asking,
        CancellationToken ct
    ) => Made(await reset.Run(new PersonId(person), asking.Actor, ct), asking);

    private static IResult Made(Outcome<LinkMade> made, Asking asking) =>
        Answer.Of(
            made,
            asking.Phrases,
            link =>
                TypedResults.Created(
                    link.Path,
                    new LinkWire(link.Path, link.MailedTo, link.Expires)
                )
        );
}
