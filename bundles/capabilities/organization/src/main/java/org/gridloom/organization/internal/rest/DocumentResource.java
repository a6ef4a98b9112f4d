package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.Documents;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The document register. */
@Component(service = RestResource.class)
@Path("organization/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DocumentResource implements RestResource {

    private final Documents documents;

    @Activate
    public DocumentResource(@Reference Documents documents) {
        this.documents = documents;
    }

    @GET
    @RequiresPermission(TerritoryPermissions.DOCUMENT_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "List documents / 文件登记列表")
    public Page<Document> list(
            @QueryParam("q") String text, @QueryParam("inForceOn") LocalDate inForceOn, @BeanParam PageParams page) {
        return documents.list(new DocumentFilter(text, inForceOn), page.of(Documents.SORTABLE));
    }

    @POST
    @RequiresPermission(TerritoryPermissions.DOCUMENT_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Register a document / 登记文件")
    public Response register(DocumentDraft body) {
        Document made = documents.register(body);
        return Versions.created("organization/documents/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id}")
    @RequiresPermission(TerritoryPermissions.DOCUMENT_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Read a document's entry / 查看文件登记")
    public Response get(@PathParam("id") long id) {
        return answer(documents.get(id));
    }

    @PUT
    @Path("{id}")
    @RequiresPermission(TerritoryPermissions.DOCUMENT_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Correct a document's entry / 更正文件登记")
    public Response correct(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, DocumentDraft body) {
        return answer(documents.correct(id, body, Versions.required(ifMatch)));
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission(TerritoryPermissions.DOCUMENT_EDIT)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Remove a document that is not in force yet / 删除尚未施行的文件登记")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        documents.remove(id, Versions.required(ifMatch));
    }

    private static Response answer(Document document) {
        return Versions.ok(document, document.version());
    }
}
