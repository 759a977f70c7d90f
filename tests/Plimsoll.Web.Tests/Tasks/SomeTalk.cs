using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>What is said about tasks, for the tests of this room and of those that read it.</summary>
internal static class SomeTalk
{
    public static Task<Outcome<CommentId>> TrySay(
        this TestAgency agency,
        TaskId task,
        string text,
        Actor? by = null,
        bool toClient = false
    ) =>
        agency
            .Use<AddComment>()
            .Run(new(task, text, toClient), by ?? agency.Owner, null, TestAgency.Now);

    public static async Task<CommentId> Say(
        this TestAgency agency,
        TaskId task,
        string text,
        Actor? by = null,
        bool toClient = false
    ) => (await agency.TrySay(task, text, by, toClient)).Value;

    public static async Task<TaskTalk.View> Talk(
        this TestAgency agency,
        TaskId task,
        Actor? actor = null,
        bool all = false
    )
    {
        var card = await agency.Card(task, actor);
        return await agency
            .Use<TaskTalk>()
            .Ask(card.Row, actor ?? agency.Owner, TestAgency.Now, all);
    }

    public static async Task<IReadOnlyList<string>> Words(
        this TestAgency agency,
        TaskId task,
        Actor? actor = null
    ) =>
        [.. (await agency.Talk(task, actor)).Comments.Where(c => !c.IsDeleted).Select(c => c.Text)];
}
