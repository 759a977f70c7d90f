using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>Puts somebody with an account and the usual password into an agency.</summary>
public static class Newcomer
{
    public static async Task<Actor> Add(IServiceProvider services, Position position, string name)
    {
        var email = $"{SearchKeys.Plain(name).Replace(' ', '.')}@agency.example";
        var person = Person
            .Hire(name, email, PersonKind.Employee, position, WorkPattern.FullTime(Era.First))
            .Value;
        await using var db = await services
            .GetRequiredService<IDbContextFactory<PlimsollDb>>()
            .CreateDbContextAsync(TestAgency.Now);
        db.Add(person);
        var account = OpenWorkspace.AccountOf(person, null);
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(
            account,
            TestAgency.Password
        );
        db.Add(account);
        await db.SaveChangesAsync(TestAgency.Now);
        return new Actor(person.Id, position, Door.Page);
    }
}
