namespace MeshReadiness.SampleTenant.Company;

/// <summary>An office of the company; its people mostly carry names and numbers of the region.</summary>
internal sealed record Office(string Name, string City, string Country, string CountryCode, string Language, string PhonePrefix, int Culture);

/// <summary>A department with the job titles found in it.</summary>
internal sealed record Department(string Name, string[] Titles);

internal static class Places
{
    public static readonly IReadOnlyList<Office> Offices =
    [
        new("Amsterdam Zuid", "Amsterdam", "Netherlands", "NL", "nl-NL", "+31 20 555 ", 0),
        new("Berlin Mitte", "Berlin", "Germany", "DE", "de-DE", "+49 30 5550 ", 1),
        new("Lisbon Parque das Nações", "Lisbon", "Portugal", "PT", "pt-PT", "+351 21 555 ", 2),
        new("Kraków Zabłocie", "Kraków", "Poland", "PL", "pl-PL", "+48 12 555 ", 3),
        new("Seattle South Lake Union", "Seattle", "United States", "US", "en-US", "+1 206 555 ", 4),
        new("Singapore Marina Bay", "Singapore", "Singapore", "SG", "en-SG", "+65 6555 ", 5),
    ];

    public static readonly IReadOnlyList<Department> Departments =
    [
        new("Engineering", ["Software Engineer", "Senior Software Engineer", "Site Reliability Engineer", "Engineering Manager", "Quality Engineer"]),
        new("Product Design", ["Product Designer", "3D Artist", "User Researcher", "Design Lead"]),
        new("Sales", ["Account Executive", "Sales Manager", "Solution Specialist", "Customer Success Manager"]),
        new("Marketing", ["Campaign Manager", "Event Producer", "Content Strategist", "Brand Manager"]),
        new("Human Resources", ["HR Business Partner", "Recruiter", "Learning Specialist", "Compensation Analyst"]),
        new("Finance", ["Financial Analyst", "Controller", "Accounts Payable Specialist", "Procurement Lead"]),
        new("Legal", ["Counsel", "Privacy Officer", "Contract Manager"]),
        new("Operations", ["Operations Analyst", "Facilities Manager", "Supply Planner", "Shift Lead"]),
        new("Customer Support", ["Support Specialist", "Support Engineer", "Team Lead Support"]),
        new("Information Technology", ["Systems Administrator", "Identity Engineer", "Service Desk Analyst", "Network Engineer", "Endpoint Engineer"]),
    ];

    public static readonly IReadOnlyList<string> Partners = ["fabrikam", "northwindtraders", "adatum", "litware", "proseware"];
}
