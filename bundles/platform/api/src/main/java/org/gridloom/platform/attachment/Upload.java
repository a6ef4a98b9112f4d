package org.gridloom.platform.attachment;

import java.time.Instant;

/**
 * A file that was sent and belongs to no record yet. Only the account that sent it can attach it, once.
 *
 * @param id to attach it by
 * @param name of the file, without what must not be in a name
 * @param kind what it is
 * @param bytes its size as it is kept
 * @param expiresAt when it is forgotten unless it is attached
 */
public record Upload(String id, String name, AttachmentKind kind, long bytes, Instant expiresAt) {}
