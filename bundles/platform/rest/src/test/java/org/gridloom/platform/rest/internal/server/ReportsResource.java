package org.gridloom.platform.rest.internal.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.Anonymous;

/** Writes lines as it finds them, until it fails. */
@Path("points/reports")
public class ReportsResource implements RestResource {

    private static final byte[] KILOBYTE = "x".repeat(1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    final AtomicInteger asked = new AtomicInteger();
    final CompletableFuture<Throwable> lost = new CompletableFuture<>();

    @GET
    @Anonymous
    public Response failing(@QueryParam("after") int kilobytes) {
        return Response.ok(failingAfter(kilobytes), "text/csv")
                .header("Content-Disposition", "attachment; filename=report.csv")
                .build();
    }

    @POST
    @Anonymous
    public Response asked() {
        asked.incrementAndGet();
        return Response.ok(failingAfter(20), "text/csv").build();
    }

    @GET
    @Path("endless")
    @Anonymous
    public Response endless() {
        StreamingOutput lines = out -> {
            try {
                while (true) {
                    out.write(KILOBYTE);
                }
            } catch (IOException gone) {
                lost.complete(gone);
                throw gone;
            }
        };
        return Response.ok(lines, "text/csv").build();
    }

    private static StreamingOutput failingAfter(int kilobytes) {
        return out -> {
            for (int i = 0; i < kilobytes; i++) {
                out.write(KILOBYTE);
            }
            throw new IllegalStateException("The database is gone");
        };
    }
}
