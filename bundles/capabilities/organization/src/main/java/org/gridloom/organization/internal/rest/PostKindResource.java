package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.VOCABULARY_EDIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Kinds of posts, as the district names them. */
@Component(service = RestResource.class)
@Path("organization/post-kinds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PostKindResource implements RestResource {

    private final Vocabulary vocabulary;

    @Activate
    public PostKindResource(@Reference Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "List kinds of posts / 职务名目列表")
    public List<PostKind> list() {
        return vocabulary.postKinds();
    }

    @POST
    @RequiresPermission(VOCABULARY_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Create a kind of post / 新建职务名目")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = PostKind.class)))
    public Response create(PostKindDraft body) {
        PostKind made = vocabulary.createPostKind(body);
        return Versions.created("organization/post-kinds/" + made.code(), made, made.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(VOCABULARY_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Change a kind of post / 修改职务名目")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = PostKind.class)))
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, PostKindDraft body) {
        PostKind answer = vocabulary.changePostKind(code, body, Versions.required(ifMatch));
        return Versions.ok(answer, answer.version());
    }

    @DELETE
    @Path("{code}")
    @RequiresPermission(VOCABULARY_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Remove a kind of post that nothing refers to / 删除无人引用的职务名目")
    public void remove(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        vocabulary.removePostKind(code, Versions.required(ifMatch));
    }
}
