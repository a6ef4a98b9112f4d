package org.gridloom.platform.attachments.internal;

import org.gridloom.platform.attachments.internal.domain.Limits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much is taken, PID {@code org.gridloom.platform.attachments}. */
@Component(service = AttachmentSettings.class, configurationPid = "org.gridloom.platform.attachments")
@Designate(ocd = AttachmentSettings.Config.class)
public final class AttachmentSettings {

    private static final long MEBI = 1024L * 1024;
    private static final long MILLION = 1_000_000;

    /** What can be set. */
    @ObjectClassDefinition(id = "org.gridloom.platform.attachments", name = "附件 / Attachments")
    public @interface Config {

        @AttributeDefinition(name = "单个文件上限 / Largest file", description = "MB", min = "1", max = "64")
        int fileMb() default 50;

        @AttributeDefinition(name = "每条记录上限 / Most of one record", description = "MB", min = "1")
        int recordMb() default 500;

        @AttributeDefinition(name = "图片像素上限 / Largest picture", description = "百万像素 / megapixels", min = "1")
        int megapixels() default 64;

        @AttributeDefinition(name = "每个账号未使用的上传数上限 / Most files sent and not attached", min = "1")
        int waiting() default 100;
    }

    private volatile Limits limits;

    @Activate
    @Modified
    void change(Config config) {
        limits = new Limits(
                config.fileMb() * MEBI, config.recordMb() * MEBI, config.megapixels() * MILLION, config.waiting());
    }

    /** With these limits, for tests. */
    static AttachmentSettings of(Limits limits) {
        AttachmentSettings settings = new AttachmentSettings();
        settings.limits = limits;
        return settings;
    }

    public Limits limits() {
        return limits;
    }
}
