package org.gridloom.platform.attachments.internal.domain;

/**
 * What is known of a picture without drawing it.
 *
 * @param orientation how it is to be turned, 1 (as it is) to 8, as EXIF counts
 * @param progressive whether all of it is needed to draw any of it
 */
public record Picture(int width, int height, int orientation, boolean progressive) {

    /** Upright as it is. */
    public static final int UPRIGHT = 1;

    public long pixels() {
        return (long) width * height;
    }
}
