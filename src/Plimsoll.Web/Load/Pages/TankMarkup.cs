using System.Text;

namespace Plimsoll.Web.Load.Pages;

/// <summary>What fills a tank, and the marks in the corners of any cell (wwwroot/css/board.css draws them).</summary>
internal static class TankMarkup
{
    public static void Shares(
        StringBuilder html,
        int away,
        int inside,
        int confirmed,
        int tentative
    )
    {
        if (away + inside + confirmed + tentative == 0)
            return;
        html.Append(" style=\"");
        Share(html, "--a:", away);
        Share(html, "--n:", inside);
        Share(html, "--c:", confirmed);
        Share(html, "--t:", tentative);
        html[^1] = '"';
    }

    private static void Share(StringBuilder html, string name, int share)
    {
        if (share > 0)
            html.Append(name).Append(share).Append(';');
    }

    public static void Marks(StringBuilder html, bool reason, bool comment)
    {
        if (reason)
            html.Append(" why");
        if (comment)
            html.Append(" says");
    }
}
