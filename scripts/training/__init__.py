"""How the Danish model is made: lists, augmentation, training, assembly, evaluation."""
