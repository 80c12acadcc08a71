namespace MeshReadiness.SampleTenant.Company;

/// <summary>What is drawn for. A topic of its own keeps one draw from moving another.</summary>
internal enum Topic
{
    Kind, Culture, GivenName, Surname, Department, Office, Title, Licences, Extras, UsageLocation, EmployeeType, Created,
    Phone, Quirk, Id, IdTail, NamedId, NamedIdTail, Device, DeviceId, DeviceDates, DeviceState, SignIn, SignInPerson, SignInOutcome,
    PartnerCompany, Fault, FaultKind, Repeat, Team, Apps, LastSignIn, DeviceTraits, DeviceTags,
}
