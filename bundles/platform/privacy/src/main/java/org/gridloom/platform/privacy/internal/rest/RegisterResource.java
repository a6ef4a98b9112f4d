package org.gridloom.platform.privacy.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gridloom.platform.privacy.SubjectDirectory;
import org.gridloom.platform.privacy.internal.FieldView;
import org.gridloom.platform.privacy.internal.KeyState;
import org.gridloom.platform.privacy.internal.Permissions;
import org.gridloom.platform.privacy.internal.Retention;
import org.gridloom.platform.privacy.internal.Retention.Overdue;
import org.gridloom.platform.privacy.internal.Rotation;
import org.gridloom.platform.privacy.internal.Subjects;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of fields of personal data, what is past its time, and the keys. */
@Component(service = RestResource.class)
@Path("privacy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RegisterResource implements RestResource {

    private final Retention retention;
    private final Rotation rotation;
    private final Subjects subjects;

    @Activate
    public RegisterResource(
            @Reference Retention retention, @Reference Rotation rotation, @Reference Subjects subjects) {
        this.retention = retention;
        this.rotation = rotation;
        this.subjects = subjects;
    }

    /** A kind of people. */
    record Kind(String code, Text name) {
        static Kind of(SubjectDirectory directory) {
            return new Kind(directory.kind(), directory.label());
        }
    }

    @GET
    @Path("fields")
    @RequiresPermission(Permissions.REGISTER_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Fields of personal data that modules declare / 个人信息字段登记")
    public List<FieldView> fields() {
        return retention.fields();
    }

    @GET
    @Path("retention")
    @RequiresPermission(Permissions.REGISTER_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "What is kept past its time / 超过保存期限的个人信息")
    public Page<Overdue> overdue(@BeanParam PageParams page) {
        return retention.overdue(page.of(List.of()));
    }

    @GET
    @Path("kinds")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Kinds of people / 人员种类")
    public List<Kind> kinds() {
        return subjects.kinds().stream().map(Kind::of).toList();
    }

    @GET
    @Path("keys")
    @RequiresPermission(Permissions.KEY_MANAGE)
    @UnitScoped(in = In.DISTRICT)
    @Operation(summary = "Master keys, never themselves / 主密钥状态")
    public List<KeyState> keys() {
        return rotation.keys();
    }
}
