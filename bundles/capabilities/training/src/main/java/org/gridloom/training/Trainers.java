package org.gridloom.training;

/** The district's trainers. Events: {@code training.trainer.registered}, {@code .changed}. */
public interface Trainers extends Catalogue<Trainer, TrainerDraft> {}
