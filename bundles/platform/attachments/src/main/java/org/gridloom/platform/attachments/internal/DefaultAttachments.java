package org.gridloom.platform.attachments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachment.AttachmentOwner;
import org.gridloom.platform.attachment.AttachmentRules;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.attachment.Upload;
import org.gridloom.platform.attachments.internal.domain.FileNames;
import org.gridloom.platform.attachments.internal.domain.Limits;
import org.gridloom.platform.attachments.internal.domain.Listed;
import org.gridloom.platform.attachments.internal.store.AttachmentStore;
import org.gridloom.platform.attachments.internal.store.AttachmentStore.Waiting;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes files, and ties them to records as far as the records' owners allow it. */
@Component(service = {Attachments.class, DefaultAttachments.class})
public final class DefaultAttachments implements Attachments {

    static final Duration LIFETIME = Duration.ofDays(1);
    private static final int LONGEST_CAPTION = 200;
    private static final int LONGEST_RECORD = 100;
    private static final int MEBI_SHIFT = 20;

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final AttachmentSettings settings;
    private final Intake intake;
    private final Contents contents;
    private final Owners owners;
    private final AttachmentFolder folder;

    @Activate
    public DefaultAttachments(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.attachments)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference AttachmentSettings settings,
            @Reference Intake intake,
            @Reference Contents contents,
            @Reference Owners owners,
            @Reference AttachmentFolder folder) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.settings = settings;
        this.intake = intake;
        this.contents = contents;
        this.owners = owners;
        this.folder = folder;
    }

    @Override
    public Upload upload(String name, InputStream content) throws IOException {
        String account = access.caller().account();
        String clean = FileNames.clean(name);
        requireRoom(account);
        try (Incoming incoming = intake.take(clean, content)) {
            Instant expiresAt = clock.instant().plus(LIFETIME);
            String id = UUID.randomUUID().toString();
            transactions.run(tx -> {
                String file = contents.keep(tx, incoming);
                new AttachmentStore(tx).insertUpload(id, account, file, clean, expiresAt);
            });
            return new Upload(id, clean, incoming.kind(), incoming.bytes(), expiresAt);
        }
    }

    /** Nobody fills the disk with what belongs to no record. */
    private void requireRoom(String account) {
        int most = settings.limits().waiting();
        if (transactions.read(tx -> new AttachmentStore(tx).waiting(account, clock.instant())) >= most) {
            throw Problem.conflict(Text.of(
                    "您有 %d 个已上传但未使用的文件,请先使用,或明天再传",
                    "You have sent %d files that belong to nothing yet: attach them, or try again tomorrow", most));
        }
    }

    @Override
    public Attachment attach(String recordType, String record, String upload, String caption) {
        AttachmentOwner owner = owners.get(recordType);
        requireForm(record, caption);
        return transactions.call(tx -> {
            String unit = owner.changeable(record);
            AttachmentStore store = new AttachmentStore(tx);
            Instant now = clock.instant();
            String account = access.caller().account();
            Waiting file = store.take(upload == null ? "" : upload, account, now)
                    .orElseThrow(() -> Problem.invalid(
                            "upload",
                            Text.of(
                                    "没有这个上传的文件,或已使用、已过期,请重新上传",
                                    "No such file was sent, or it was used or has expired")));
            requireFit(owner, store.of(recordType, record), file);
            Attachment made = store.insert(
                    recordType,
                    record,
                    unit,
                    file,
                    caption == null || caption.isBlank() ? null : caption.strip(),
                    account,
                    now);
            Records.attached(tx, made, unit);
            return made;
        });
    }

    private static void requireForm(String record, String caption) {
        if (record == null || record.isBlank() || record.length() > LONGEST_RECORD) {
            throw Problem.notFound(Text.of("没有这条记录", "There is no such record"));
        }
        if (caption != null
                && (caption.length() > LONGEST_CAPTION || caption.chars().anyMatch(Character::isISOControl))) {
            throw Problem.invalid(
                    "caption",
                    Text.of("说明应为一行,不超过 %d 个字", "Must be one line of at most %d characters", LONGEST_CAPTION));
        }
    }

    private void requireFit(AttachmentOwner owner, List<Attachment> there, Waiting file) {
        AttachmentKind kind = AttachmentKind.valueOf(file.content().kind());
        if (!owner.rules().kinds().contains(kind)) {
            throw Problem.invalid("upload", onlyThese(owner));
        }
        if (there.size() >= owner.rules().most()) {
            throw Problem.conflict(Text.of(
                    "最多 %d 个文件,请先移除一些",
                    "At most %d files: remove some first", owner.rules().most()));
        }
        Limits limits = settings.limits();
        long bytes = there.stream().mapToLong(Attachment::bytes).sum()
                + file.content().bytes();
        if (bytes > limits.recordBytes()) {
            throw Problem.conflict(Text.of(
                    "一条记录的文件合计不超过 %d MB",
                    "The files of a record have at most %d MB", limits.recordBytes() >> MEBI_SHIFT));
        }
    }

    private static Text onlyThese(AttachmentOwner owner) {
        List<AttachmentKind> kinds = owner.rules().kinds().stream().sorted().toList();
        return Text.of(
                "此处只能附:%1$s",
                "Only these can be attached here: %2$s",
                kinds.stream().map(kind -> kind.title().zh()).collect(Collectors.joining("、")),
                kinds.stream().map(kind -> kind.title().en()).collect(Collectors.joining(", ")));
    }

    @Override
    public List<Attachment> list(String recordType, String record) {
        AttachmentOwner owner = owners.get(recordType);
        return transactions.read(tx -> {
            owner.readable(record);
            return new AttachmentStore(tx).of(recordType, record);
        });
    }

    /** What can be attached to records of a type. */
    public AttachmentRules rules(String recordType) {
        return owners.get(recordType).rules();
    }

    /** Of one file, at most. */
    public long fileBytes() {
        return settings.limits().fileBytes();
    }

    @Override
    public Attachment get(long id) {
        return transactions.read(tx -> readable(tx, id)).attachment();
    }

    /** What its owner does not let the caller read is as if it were not there. */
    private Listed readable(Tx tx, long id) {
        Listed found = new AttachmentStore(tx).find(id).orElseThrow(DefaultAttachments::missing);
        AttachmentOwner owner = owners.present(found.attachment().recordType());
        try {
            owner.readable(found.attachment().record());
            return found;
        } catch (Problem refused) {
            boolean isHidden = refused.kind() == Problem.Kind.FORBIDDEN || refused.kind() == Problem.Kind.NOT_FOUND;
            throw isHidden ? missing() : refused;
        }
    }

    @Override
    public InputStream open(long id) throws IOException {
        return download(id).content();
    }

    /** An attachment with what it holds; whoever gets it closes that. */
    public record Download(Attachment attachment, InputStream content) {}

    /** For who downloads it: in the audit trail where the owner wants that. */
    public Download download(long id) throws IOException {
        Listed found = transactions.call(tx -> {
            Listed each = readable(tx, id);
            if (owners.present(each.attachment().recordType()).rules().auditsReading()) {
                Records.read(tx, each.attachment(), each.unit());
            }
            return each;
        });
        return new Download(found.attachment(), opened(folder.path(found.file())));
    }

    private static InputStream opened(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException lost) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    Text.of("文件不在本节点的磁盘上,请联系管理员", "The file is not on this node's disk: tell the administrator"));
        }
    }

    /** The small picture; where there is none, {@link Problem.Kind#NOT_FOUND}. */
    public byte[] thumbnail(long id) throws IOException {
        Listed found = transactions.read(tx -> readable(tx, id));
        if (!found.attachment().thumbnail()) {
            throw missing();
        }
        try (InputStream in = opened(folder.thumbnail(found.file()))) {
            return in.readAllBytes();
        }
    }

    @Override
    public void detach(long id) {
        transactions.run(tx -> {
            Attachment attachment = readable(tx, id).attachment();
            String unit = owners.present(attachment.recordType()).changeable(attachment.record());
            if (!new AttachmentStore(tx).delete(id)) {
                throw missing();
            }
            Records.detached(tx, attachment, unit);
        });
    }

    @Override
    public void detachAll(String recordType, String record, String unit) {
        transactions.run(tx -> {
            AttachmentStore store = new AttachmentStore(tx);
            for (Attachment attachment : store.of(recordType, record)) {
                if (store.delete(attachment.id())) {
                    Records.detached(tx, attachment, unit);
                }
            }
        });
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这个附件", "There is no such attachment"));
    }
}
