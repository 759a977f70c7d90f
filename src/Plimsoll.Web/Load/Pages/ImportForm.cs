using Plimsoll.Web.Clients.Pages;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;

namespace Plimsoll.Web.Load.Pages;

/// <summary>The fields of the questions: one for each colour and name.</summary>
internal static class ImportForm
{
    public static ImportAnswers Read(IFormCollection form, DraftImport.View asked)
    {
        var fills = new Dictionary<string, FillMeaning>();
        foreach (var fill in asked.Plan.Fills)
            if (Enum.TryParse<FillMeaning>(form["fill." + fill.Fill], true, out var meaning))
                fills[fill.Fill] = meaning;
        var (people, work) = ImportNamesForm.Read(form);
        return new ImportAnswers
        {
            Unit = Enum.TryParse<AmountUnit>(form["unit"], true, out var unit) ? unit : null,
            Fills = fills,
            People = people,
            Work = work,
            Reason = asked.Answers.Reason,
        };
    }
}
