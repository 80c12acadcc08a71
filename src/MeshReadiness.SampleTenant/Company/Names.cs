namespace MeshReadiness.SampleTenant.Company;

/// <summary>Invented people come from several cultures, as in any company with offices abroad.</summary>
internal static class Names
{
    public static readonly IReadOnlyList<(string[] Given, string[] Family)> Cultures =
    [
        (["Anouk", "Bram", "Daan", "Eline", "Femke", "Gijs", "Hanneke", "Joris", "Lotte", "Maarten", "Noor", "Pieter", "Roos", "Sander", "Tess", "Willem"],
         ["de Vries", "Jansen", "van den Berg", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "van Dijk", "Kuipers", "Hoekstra", "Postma", "Veenstra"]),
        (["Anke", "Bastian", "Claudia", "Dieter", "Friederike", "Jürgen", "Katharina", "Lukas", "Matthias", "Nele", "Sabine", "Tobias", "Ulrike", "Wolfgang"],
         ["Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Wagner", "Becker", "Hoffmann", "Schäfer", "Koch", "Richter", "Krüger", "Lehmann"]),
        (["Ana", "Beatriz", "Catarina", "Diogo", "Inês", "João", "Leonor", "Mafalda", "Nuno", "Rui", "Sofia", "Tiago", "Vasco"],
         ["Almeida", "Barbosa", "Carvalho", "Fonseca", "Gonçalves", "Lopes", "Marques", "Nogueira", "Oliveira", "Pinto", "Ribeiro", "Sousa"]),
        (["Agnieszka", "Bartosz", "Dorota", "Grzegorz", "Izabela", "Jakub", "Katarzyna", "Łukasz", "Małgorzata", "Paweł", "Stanisław", "Zofia"],
         ["Nowak", "Kowalczyk", "Wiśniewska", "Wójcik", "Kamińska", "Lewandowski", "Zieliński", "Szymańska", "Dąbrowski", "Mazur", "Krawczyk"]),
        (["Amelia", "Caleb", "Dana", "Ethan", "Grace", "Hector", "Ivy", "Jordan", "Kendra", "Logan", "Marcus", "Nora", "Owen", "Priscilla", "Quinn", "Wesley"],
         ["Anderson", "Brooks", "Carter", "Delgado", "Ellison", "Foster", "Griffin", "Hayes", "Jefferson", "Lawson", "Mitchell", "Parker", "Sullivan", "Whitfield"]),
        (["Aisyah", "Bao", "Chen Wei", "Hui Ling", "Jia Hao", "Kavitha", "Mei Xin", "Nurul", "Rajesh", "Siew Ling", "Wei Jie", "Zhi Hao"],
         ["Tan", "Lim", "Ng", "Wong", "Goh", "Chua", "Koh", "Teo", "Ramasamy", "Ismail", "Ong", "Pillai"]),
        (["Adaeze", "Chinedu", "Farah", "Hamza", "Ifeoma", "Kwame", "Layla", "Mehmet", "Nia", "Omar", "Selin", "Yasmin"],
         ["Abebe", "Adeyemi", "Demir", "El Amrani", "Haddad", "Mensah", "Nasser", "Okafor", "Osei", "Yilmaz", "Ziani"]),
        (["Aarav", "Ananya", "Devika", "Ishaan", "Kiran", "Lakshmi", "Meera", "Nikhil", "Pooja", "Rohan", "Shreya", "Vikram"],
         ["Banerjee", "Chatterjee", "Desai", "Gupta", "Iyer", "Joshi", "Kulkarni", "Menon", "Nair", "Patel", "Rao", "Sharma"]),
    ];
}
