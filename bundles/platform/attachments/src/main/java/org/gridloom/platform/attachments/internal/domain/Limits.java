package org.gridloom.platform.attachments.internal.domain;

/**
 * How much is taken.
 *
 * @param fileBytes of one file
 * @param recordBytes of all files of a record
 * @param pixels of a picture
 * @param waiting files that an account has sent and not attached
 */
public record Limits(long fileBytes, long recordBytes, long pixels, int waiting) {}
