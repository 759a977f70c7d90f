using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Store;

/// <summary>The tables of what is said about tasks.</summary>
public static class TalkTables
{
    public static DbSet<TaskComment> Comments(this PlimsollDb db) => db.Set<TaskComment>();

    public static DbSet<CommentReaction> Reactions(this PlimsollDb db) => db.Set<CommentReaction>();
}
