package org.gridloom.training;

/** The district's studios. Events: {@code training.studio.registered}, {@code .changed}. */
public interface Studios extends Catalogue<Studio, StudioDraft> {}
