using System.Xml.Linq;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>One pointer from a part to another part, or out of the file.</summary>
internal sealed record PartLink(string Id, string Kind, string Target, bool IsOutside)
{
    public static PartLink Of(XElement link, string folder)
    {
        var target = (string?)link.Attribute("Target") ?? "";
        var outside = string.Equals(
            (string?)link.Attribute("TargetMode"),
            "External",
            StringComparison.OrdinalIgnoreCase
        );
        var type = (string?)link.Attribute("Type") ?? "";
        return new PartLink(
            (string?)link.Attribute("Id") ?? "",
            type[(type.LastIndexOf('/') + 1)..],
            outside ? target : Whole(target.Replace('\\', '/'), folder),
            outside
        );
    }

    private static string Whole(string target, string folder)
    {
        if (target.StartsWith('/'))
            return target.TrimStart('/');
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        return string.Join('/', steps);
    }
}
