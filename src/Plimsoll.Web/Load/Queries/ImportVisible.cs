using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>Which imports there are for the one who asks: her own, or all for those who plan everyone (PRODUCT 8, 9.4).</summary>
internal static class ImportVisible
{
    public static IQueryable<PlanImport> PlanImportsVisibleTo(this PlimsollDb db, Actor actor)
    {
        var me = actor.Person;
        return actor.ReachOf(Right.ImportPlan) switch
        {
            Reach.All => db.PlanImports(),
            Reach.Own => db.PlanImports().Where(i => i.By == me),
            _ => db.PlanImports().Where(i => false),
        };
    }
}
