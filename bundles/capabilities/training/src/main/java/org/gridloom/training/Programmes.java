package org.gridloom.training;

/** The district's programmes. Events: {@code training.programme.registered}, {@code .changed}. */
public interface Programmes extends Catalogue<Programme, ProgrammeDraft> {}
