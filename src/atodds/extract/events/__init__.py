"""Events: who did what to whom, read off the words of one sentence, and which mentions tell of one act."""
