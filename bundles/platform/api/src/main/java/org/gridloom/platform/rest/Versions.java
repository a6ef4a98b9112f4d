package org.gridloom.platform.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** A record's version as ETag and If-Match (RFC 9110), against lost updates. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The record, with its version as tag. */
    public static Response ok(Object entity, long version) {
        return Response.ok(entity).tag(tag(version)).build();
    }

    /** @param path of the new record, below {@code /api/} */
    public static Response created(String path, Object entity, long version) {
        return Response.created(URI.create(path))
                .entity(entity)
                .tag(tag(version))
                .build();
    }

    /**
     * The version that the caller read, from the request's If-Match header.
     *
     * @throws Problem {@link Problem.Kind#VERSION_REQUIRED} without the header, {@link Problem.Kind#INVALID} if it is
     *     not a tag of ours
     */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    Problem.Kind.VERSION_REQUIRED,
                    Text.of(
                            "修改前须先读取记录,并在 If-Match 头中带上其 ETag",
                            "Read the record first and send its ETag in the If-Match header"));
        }
        Matcher matcher = TAG.matcher(ifMatch.trim());
        if (!matcher.matches()) {
            throw Problem.invalid(
                    "If-Match", Text.of("应为读取记录时得到的 ETag,如 \"3\"", "Must be the ETag of the record, as in \"3\""));
        }
        return Long.parseLong(matcher.group(1));
    }
}
