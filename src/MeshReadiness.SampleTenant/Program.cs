using MeshReadiness.SampleTenant;

return await SampleTenantApp.RunAsync(args);
