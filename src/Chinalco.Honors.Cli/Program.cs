Console.WriteLine("honors");
