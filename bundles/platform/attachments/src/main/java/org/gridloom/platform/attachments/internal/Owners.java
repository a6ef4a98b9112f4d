package org.gridloom.platform.attachments.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gridloom.platform.attachment.AttachmentOwner;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose records files can be attached to. A type belongs to who came first with it. */
@Component(service = Owners.class)
public final class Owners {

    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9-]+)+");

    private final Map<String, AttachmentOwner> owners = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addOwner(AttachmentOwner owner) {
        String type = owner.recordType();
        if (!TYPE.matcher(type).matches() || owners.putIfAbsent(type, owner) != null) {
            LOG.error(
                    "{} is refused: {} is no type of records, or another's",
                    owner.getClass().getName(),
                    type);
        }
    }

    public void removeOwner(AttachmentOwner owner) {
        owners.values().remove(owner);
    }

    /** Types of records. */
    public Set<String> types() {
        return new TreeSet<>(owners.keySet());
    }

    private Optional<AttachmentOwner> find(String type) {
        return Optional.ofNullable(owners.get(type));
    }

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} */
    AttachmentOwner get(String type) {
        return find(type)
                .orElseThrow(() -> Problem.notFound(
                        Text.of("没有可附文件的记录类型 %s", "There are no records of type %s to attach files to", type)));
    }

    /** Of an attachment that is there, so that somebody owned it: @throws Problem {@link Problem.Kind#UNAVAILABLE}. */
    AttachmentOwner present(String type) {
        return find(type)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNAVAILABLE,
                        Text.of("附件所属模块未运行(%s)", "The module that owns the attachment does not run (%s)", type)));
    }
}
