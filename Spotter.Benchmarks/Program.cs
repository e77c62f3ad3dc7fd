Console.WriteLine("verbs: sync");
