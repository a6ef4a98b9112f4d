package org.gridloom.platform.privacy;

/**
 * A value as everybody may see it.
 *
 * @param text as in {@code 138****5678}; null where nothing is kept or the person was erased
 * @param erased whether the person's key was destroyed
 */
public record MaskedValue(String text, boolean erased) {}
