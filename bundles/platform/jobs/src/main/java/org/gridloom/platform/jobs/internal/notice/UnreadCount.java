package org.gridloom.platform.jobs.internal.notice;

/**
 * How many notices are unread.
 *
 * @param unread of the caller's
 */
public record UnreadCount(long unread) {}
