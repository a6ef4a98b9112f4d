package org.gridloom.platform.attachments.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachment.Upload;
import org.gridloom.platform.attachments.internal.DefaultAttachments;
import org.gridloom.platform.attachments.internal.DefaultAttachments.Download;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of records. What may be done with them is judged by the capability whose records they are. */
@Component(service = RestResource.class)
@Path("attachments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AttachmentResource implements RestResource {

    /** Whatever it is, a browser keeps it on disk and runs nothing of it. */
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private static final String TYPE_EXAMPLE = "organization.coordination-task";

    private final DefaultAttachments attachments;

    @Activate
    public AttachmentResource(@Reference DefaultAttachments attachments) {
        this.attachments = attachments;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(
            summary = "Send a file, to be attached within a day by who sent it / 上传文件,一天内由本人附到记录",
            description = "What it is shows from its content; the ending of the name must agree")
    @ApiResponse(
            responseCode = "201",
            description = "Taken / 已接收",
            content = @Content(schema = @Schema(implementation = Upload.class)))
    public Response upload(
            @Parameter(description = "Name of the file / 文件名", required = true, example = "说明.txt") @QueryParam("name")
                    String name,
            @Schema(type = "string", example = "文件内容") InputStream body)
            throws IOException {
        return Response.status(Response.Status.CREATED)
                .entity(attachments.upload(name, body))
                .build();
    }

    @GET
    @Path("records/{type}/{record}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RECORD, name = "record")
    @Operation(summary = "Files of a record, and what can be attached to it / 记录的附件")
    public RecordFiles list(
            @Parameter(example = TYPE_EXAMPLE) @PathParam("type") String type, @PathParam("record") String record) {
        return new RecordFiles(
                attachments.list(type, record),
                attachments.rules(type).kinds().stream()
                        .sorted()
                        .map(KindItem::of)
                        .toList(),
                attachments.rules(type).most(),
                attachments.fileBytes());
    }

    @POST
    @Path("records/{type}/{record}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RECORD, name = "record")
    @Operation(summary = "Attach a file that the caller sent / 附上已上传的文件")
    @ApiResponse(
            responseCode = "201",
            description = "Attached / 已附上",
            content = @Content(schema = @Schema(implementation = Attachment.class)))
    public Response attach(
            @Parameter(example = TYPE_EXAMPLE) @PathParam("type") String type,
            @PathParam("record") String record,
            AttachDraft body) {
        Attachment made = attachments.attach(
                type, record, body == null ? null : body.upload(), body == null ? null : body.caption());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "The file, to be kept on disk / 下载附件")
    @ApiResponse(
            responseCode = "200",
            description = "The file / 文件",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    public Response download(@PathParam("id") long id) throws IOException {
        Download download = attachments.download(id);
        Attachment file = download.attachment();
        return Response.ok(download.content(), file.kind().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .build();
    }

    /** As RFC 6266 has it; for who knows no more than ASCII, a name without meaning. */
    private static String disposition(String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        return "attachment; filename=\"file" + ending + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @GET
    @Path("{id}/thumbnail")
    @Produces("image/jpeg")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "A small picture of a picture, drawn anew / 缩略图")
    @ApiResponse(
            responseCode = "200",
            description = "The picture / 图片",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    public Response thumbnail(@PathParam("id") long id) throws IOException {
        return Response.ok(attachments.thumbnail(id), "image/jpeg")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .build();
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RECORD, name = "id")
    @Operation(summary = "Detach a file / 移除附件")
    public void detach(@PathParam("id") long id) {
        attachments.detach(id);
    }
}
