package org.gridloom.platform.rest.internal.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.Anonymous;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.text.Text;

/** A capability's resource as a vendor writes it. */
@Path("points/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotesResource implements RestResource {

    private final Function<Note, Response> onPost;

    public NotesResource() {
        this(note -> Response.ok(note).build());
    }

    public NotesResource(Function<Note, Response> onPost) {
        this.onPost = onPost;
    }

    public enum Kind {
        @JsonProperty("street-note")
        STREET_NOTE,
        @JsonProperty("grid-note")
        GRID_NOTE
    }

    public record Part(String unit, int weight) {}

    public record Note(
            String title, Kind kind, Integer count, Boolean open, LocalDate day, Instant at, List<Part> parts) {}

    public record Shown(Text label, LocalDate day, Instant at) {}

    @GET
    @Anonymous
    public Page<String> list(
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size,
            @QueryParam("sort") String sort,
            @QueryParam("day") LocalDate day,
            @QueryParam("kind") Kind kind,
            @QueryParam("open") Boolean open,
            @DefaultValue("1") @QueryParam("depth") int depth) {
        PageQuery query = PageQuery.of(page, size, sort, Set.of("title"));
        return Page.of(List.of(kind + " " + day + " " + open), query, 1);
    }

    @GET
    @Path("shown")
    @Anonymous
    public Shown shown() {
        return new Shown(Text.of("标签", "Label"), LocalDate.of(2026, 1, 31), Instant.parse("2026-01-31T00:30:00Z"));
    }

    @GET
    @Path("{id}")
    @Anonymous
    public Response get(@PathParam("id") Long id) {
        return Response.ok(new Part("210102", id.intValue()))
                .tag(Versions.tag(3))
                .build();
    }

    @PUT
    @Path("{id}")
    @Anonymous
    public Response put(@PathParam("id") Long id, @HeaderParam("If-Match") String version, Note note) {
        if (Versions.required(version) != 3) {
            throw Problem.changed(3);
        }
        return Response.noContent().tag(Versions.tag(4)).build();
    }

    @POST
    @Anonymous
    public Response post(Note note) {
        return onPost.apply(note);
    }

    @GET
    @Path("guarded")
    @RequiresPermission("points.note.view")
    public String guarded() {
        return "\"seen\"";
    }

    @GET
    @Path("mine")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public String mine() {
        return "\"mine\"";
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "\"never\"";
    }

    @GET
    @Path("broken")
    @Anonymous
    public String broken() {
        throw new IllegalStateException("secret of 张伟");
    }

    @GET
    @Path("worn")
    @Anonymous
    public String worn() {
        throw Problem.tooMany(Text.of("过多", "Too many"), 30);
    }

    @GET
    @Path("moved")
    @Anonymous
    public Response moved() {
        return Response.temporaryRedirect(URI.create("/api/points/notes/shown")).build();
    }
}
