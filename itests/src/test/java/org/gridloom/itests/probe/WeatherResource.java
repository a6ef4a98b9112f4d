package org.gridloom.itests.probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;

/** Runs inside the servers under test: all that a small module answers. */
@Path("weather/today")
public class WeatherResource implements RestResource {

    private static final int MANY = 100_000;

    /** What it is like. */
    @GET
    @Produces("application/json")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public String today() {
        return "\"snow\"";
    }

    /** Fails when much of it has been sent. */
    @GET
    @Path("hours")
    @Produces("text/csv")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public StreamingOutput hours() {
        return out -> {
            for (int hour = 0; hour < MANY; hour++) {
                out.write("snow,-12\n".getBytes(StandardCharsets.US_ASCII));
            }
            throw new IllegalStateException("The thermometer is broken");
        };
    }
}
