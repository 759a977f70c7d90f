using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Load.Import;

/// <summary>Load sheets as something that is brought.</summary>
public static class PlanImports
{
    public static ImportSubject Subject { get; } = new("load", Right.ImportPlan, "/load/import");
}
