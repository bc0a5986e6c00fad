"""What a notice is: facts as frozen types, independent of language. No YAML, no words, no rules."""
