using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>The talk on the page of a task; the forms of the panel beside a list come here as well.</summary>
public sealed partial class TaskPage
{
    private TaskTalk.View? _talk;
    private IReadOnlyList<TaskFiles.Row> _files = [];
    private Refusal? _talkRefusal;

    [Inject]
    private TaskTalk Talk { get; set; } = null!;

    [Inject]
    private TaskFiles Files { get; set; } = null!;

    [Inject]
    private AddComment Add { get; set; } = null!;

    [Inject]
    private EditComment Edit { get; set; } = null!;

    [Inject]
    private DeleteComment DeleteSaid { get; set; } = null!;

    [Inject]
    private PutBackComment PutBack { get; set; } = null!;

    [Inject]
    private ReactToComment React { get; set; } = null!;

    /// <summary>A comment that the address leads to.</summary>
    [SupplyParameterFromQuery(Name = "comment")]
    private Guid? Comment { get; set; }

    /// <summary>A comment that is to be edited.</summary>
    [SupplyParameterFromQuery(Name = "edit")]
    private Guid? Editing { get; set; }

    /// <summary>A comment that is to be reacted to.</summary>
    [SupplyParameterFromQuery(Name = "react")]
    private Guid? Reacting { get; set; }

    [SupplyParameterFromQuery(Name = "talk")]
    private string? HowMuch { get; set; }

    private async Task Listen(TaskRow task)
    {
        _talk = await Talk.Ask(
            task,
            Actor,
            Ct,
            HowMuch == "all",
            (Comment ?? Editing ?? Reacting) is { } id ? new CommentId(id) : null
        );
        _files = await Files.Ask(task.Id, Actor, Ct);
    }

    private async Task Say(SayEntry entry)
    {
        var command = new AddComment.Command(Id, entry.Text, entry.ToClient);
        if ((await Add.Run(command, Actor, null, Ct)).Refused(out _talkRefusal, out var said))
            return;
        navigation.NavigateTo(Place(said));
    }

    private async Task Reword(RewordEntry entry)
    {
        var comment = new CommentId(entry.Comment);
        var done = await Edit.Run(new(comment, entry.Text, entry.Version), Actor, Ct);
        Told(done, comment);
    }

    private async Task OnComment(TalkActEntry act)
    {
        var words = act.Do?.Split('|') ?? [];
        if (words.Length < 2 || !Guid.TryParse(words[1], out var id))
        {
            _talkRefusal = new IsNotUnderstood("act");
            return;
        }
        var comment = new CommentId(id);
        Outcome<Done> done = words switch
        {
            ["delete", _] => await DeleteSaid.Run(new(comment), Actor, Ct),
            ["put-back", _] => await PutBack.Run(comment, Actor, Ct),
            ["react", _, var word] when Kebab.Read<Reaction>(word) is { } kind => await React.Run(
                new(comment, kind),
                Actor,
                Ct
            ),
            _ => new IsNotUnderstood("act"),
        };
        Told(done, comment);
    }

    private void Told(Outcome<Done> done, CommentId comment)
    {
        _talkRefusal = done.Refusal;
        if (_talkRefusal is null)
            navigation.NavigateTo(Place(comment));
    }

    /// <summary>Where the comment stands: in the panel if it was open there.</summary>
    private string Place(CommentId comment) => $"{Back ?? $"{TaskWords.Page}/{Id}"}#c-{comment}";
}
