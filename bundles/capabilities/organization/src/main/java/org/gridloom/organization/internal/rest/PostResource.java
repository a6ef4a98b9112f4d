package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;
import static org.gridloom.organization.PartyPermissions.POST_APPOINT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.gridloom.organization.PartyImport;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostAppointment;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.PostHandover;
import org.gridloom.organization.Posts;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who holds which post. */
@Component(service = RestResource.class)
@Path("organization/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PostResource implements RestResource {

    private final Posts posts;
    private final PartyImport imports;

    @Activate
    public PostResource(@Reference Posts posts, @Reference PartyImport imports) {
        this.posts = posts;
        this.imports = imports;
    }

    @GET
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List posts that are held / 任职列表")
    public Page<Post> list(@BeanParam PostParams filter, @BeanParam PageParams page) {
        return posts.list(filter.filter(), page.of(Posts.SORTABLE));
    }

    @POST
    @RequiresPermission(POST_APPOINT)
    @UnitScoped(in = In.BODY, name = "at")
    @Operation(summary = "Appoint a person / 任职")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Post.class)))
    public Response appoint(PostAppointment body) {
        Post made = posts.appoint(body);
        return Versions.created("organization/posts/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id}")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Read a term / 查看任职")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Post.class)))
    public Response get(@PathParam("id") long id) {
        Post answer = posts.get(id);
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{id}/handover")
    @RequiresPermission(POST_APPOINT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Hand a post over, in one step / 职务交接")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Post.class)))
    public Response handOver(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, PostHandover body) {
        Post answer = posts.handOver(id, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("{id}/end")
    @RequiresPermission(POST_APPOINT)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "End a term / 卸任")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Post.class)))
    public Response end(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, PostEnding body) {
        Post answer = posts.end(id, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @POST
    @Path("import")
    @Consumes({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(POST_APPOINT)
    @UnitScoped(in = In.RESULT)
    @Operation(
            summary = "Import a list of people with their posts (xlsx or CSV), all or nothing /"
                    + " 导入人员及任职(xlsx、CSV),全部成功或全不写入")
    public ImportReport load(
            @QueryParam("dryRun") boolean dryRun,
            @Schema(type = "string", example = "人员编号,姓名,所属单元编码,职务,任职单位编码,任职日期") InputStream table)
            throws IOException {
        return imports.posts(table, dryRun, Progress.NONE).orRefused();
    }
}
