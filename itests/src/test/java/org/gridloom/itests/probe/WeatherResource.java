package org.gridloom.itests.probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;

/** Runs inside the servers under test: all that a small module answers. */
@Path("weather/today")
public class WeatherResource implements RestResource {

    /** What it is like. */
    @GET
    @Produces("application/json")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public String today() {
        return "\"snow\"";
    }
}
