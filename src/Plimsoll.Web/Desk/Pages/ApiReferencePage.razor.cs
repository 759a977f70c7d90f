using Microsoft.AspNetCore.Components;
using Plimsoll.Web.Desk.Queries;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class ApiReferencePage
{
    private IReadOnlyList<ApiReference.Subject> _subjects = [];

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string Origin => $"{Http.Request.Scheme}://{Http.Request.Host}";

    protected override async Task OnInitializedAsync() =>
        _subjects = await Reference.Read(Http.RequestAborted);
}
