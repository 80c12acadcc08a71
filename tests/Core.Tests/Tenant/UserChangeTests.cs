using System.Reflection;
using CsCheck;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Tenant;

public sealed class UserChangeTests
{
    private static readonly Gen<string?> Text = Gen.OneOf(null, "", "a", "b");

    private static readonly Gen<UserFacts> Somebody = Gen.Select(Generate.Person, Text.Array[9]).Select((person, texts) => person with
    {
        DisplayName = texts[0],
        UserPrincipalName = texts[1],
        Mail = texts[2],
        Department = texts[3],
        JobTitle = texts[4],
        OfficeLocation = texts[5],
        Country = texts[6],
        UsageLocation = texts[7],
    });

    private static readonly Gen<UserProperties> SomeProperties = Gen.Int[0, (int)UserProperties.All].Select(bits => (UserProperties)bits);

    [Fact]
    public void What_is_told_wins_and_the_rest_stays() =>
        Gen.Select(Somebody, Somebody, SomeProperties).Sample((before, told, which) =>
        {
            var after = new UserChange(before.Id, told, which).ApplyTo(before);

            foreach (var property in Enum.GetValues<UserProperties>().Where(property => int.PopCount((int)property) == 1))
            {
                Assert.Equal(Read(which.HasFlag(property) ? told : before, property), Read(after, property));
            }
        });

    [Fact]
    public void Every_property_of_a_person_can_be_told_of()
    {
        var single = Enum.GetValues<UserProperties>().Where(property => int.PopCount((int)property) == 1).ToList();
        var follows = new[] { "Id", "IsGuest", "Holdings", "Memberships", "AssignedLicenses", "AssignedPlans", "LicenseAssignmentStates" };
        var own = typeof(UserFacts).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name).Except(follows);
        var held = typeof(LicenceHoldings).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name);

        Assert.Equal(own.Concat(held).Order(), single.Select(property => property.ToString()).Order());
        Assert.Equal(UserProperties.All, single.Aggregate((all, one) => all | one));
    }

    [Fact]
    public void Of_somebody_new_everything_is_taken() =>
        Gen.Select(Somebody, SomeProperties).Sample((told, which) => Assert.Same(told, new UserChange(told.Id, told, which).ApplyTo(null)));

    [Fact]
    public void Two_changes_after_each_other_are_one_with_the_later_facts() =>
        Gen.Select(Somebody, Somebody, Somebody, SomeProperties).Sample((before, first, second, which) =>
        {
            var both = new UserChange(before.Id, second, which).ApplyTo(new UserChange(before.Id, first, which).ApplyTo(before));

            Assert.Equal(new UserChange(before.Id, second, which).ApplyTo(before), both);
        });

    [Fact]
    public void Who_was_removed_has_no_facts() =>
        Assert.Throws<InvalidOperationException>(() => new UserChange("42", null, UserProperties.None).ApplyTo(Person.Member()));

    private static object? Read(UserFacts person, UserProperties property) =>
        typeof(UserFacts).GetProperty(property.ToString())?.GetValue(person)
        ?? typeof(LicenceHoldings).GetProperty(property.ToString())?.GetValue(person.Holdings);
}
