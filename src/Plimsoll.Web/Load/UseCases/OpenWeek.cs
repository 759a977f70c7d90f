using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>A person's week while cells of it are changed: its load before and after, against the line.</summary>
internal sealed class OpenWeek(WeekOfPerson key, PlanGround ground)
{
    private readonly List<OpenCell> _cells = [];
    private WeekLoad? _before;

    public WeekOfPerson Key => key;

    /// <summary>Demand on a placeholder takes nobody over the line; for everyone else somebody says why.</summary>
    public bool AsksForReason =>
        _before is { } before
        && !ground.IsPlaceholder(key.Person)
        && Load().AsksForReasonAfter(before);

    public void Add(OpenCell cell) => _cells.Add(cell);

    /// <summary>To be called before its first change.</summary>
    public void Remember() => _before ??= Load();

    public Refusal? Explain(string? reason)
    {
        foreach (var cell in _cells.Where(c => c.HasGrown))
            if (cell.Explain(reason) is { } no)
                return no;
        return null;
    }

    private WeekLoad Load()
    {
        var time = ground.Calendar(key.Person).On(key.Week);
        var parts = _cells.ConvertAll(c => new WeekPart(
            c.Key.Project,
            ground.IsInternal(c.Key.Project),
            c.Now.Confirmed,
            c.Now.Tentative
        ));
        return WeekPart.Sum(time.Nominal, time.Away, parts.ToArray());
    }
}
