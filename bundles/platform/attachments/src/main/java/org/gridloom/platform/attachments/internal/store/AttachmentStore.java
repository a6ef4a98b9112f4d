package org.gridloom.platform.attachments.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.attachment.Attachment;
import org.gridloom.platform.attachments.internal.domain.Listed;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Tx;

/** Files of records, and files that wait for one, in the database. */
public final class AttachmentStore {

    private static final String WITH_CONTENT = " from AttachmentEntity a, ContentEntity c where c.file = a.content";
    private static final String OF_RECORD = WITH_CONTENT + " and a.recordType = :type and a.record = :record";

    private final EntityManager em;

    public AttachmentStore(Tx tx) {
        em = tx.em();
    }

    public void insertUpload(String id, String account, String file, String name, Instant expiresAt) {
        UploadEntity upload = new UploadEntity();
        upload.id = id;
        upload.account = account;
        upload.content = file;
        upload.name = name;
        upload.expiresAt = expiresAt.atOffset(ZoneOffset.UTC);
        em.persist(upload);
        em.flush();
    }

    /** What an account has sent and not attached, and has not expired. */
    public long waiting(String account, Instant now) {
        return em.createQuery(
                        "select count(u) from UploadEntity u where u.account = :account and u.expiresAt > :now",
                        Long.class)
                .setParameter("account", account)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    /** A file that was sent. */
    public record Waiting(String name, Content content) {}

    /**
     * Takes a file that waits, for good: only one gets it. Until the end of the transaction its content is named by the
     * row that goes, from then on by the attachment.
     */
    public Optional<Waiting> take(String id, String account, Instant now) {
        em.flush();
        UploadEntity upload = em.find(UploadEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (upload == null
                || !upload.account.equals(account)
                || !upload.expiresAt.toInstant().isAfter(now)) {
            return Optional.empty();
        }
        Content content = em.find(ContentEntity.class, upload.content).content();
        em.remove(upload);
        return Optional.of(new Waiting(upload.name, content));
    }

    public int deleteExpired(Instant now) {
        return em.createQuery("delete from UploadEntity u where u.expiresAt <= :now")
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    public long expired(Instant now) {
        return em.createQuery("select count(u) from UploadEntity u where u.expiresAt <= :now", Long.class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    public Attachment insert(
            String recordType, String record, String unit, Waiting file, String caption, String account, Instant now) {
        AttachmentEntity entity = new AttachmentEntity();
        entity.recordType = recordType;
        entity.record = record;
        entity.unit = unit;
        entity.content = file.content().file();
        entity.name = file.name();
        entity.caption = caption;
        entity.attachedBy = account;
        entity.attachedAt = now.atOffset(ZoneOffset.UTC);
        em.persist(entity);
        em.flush();
        return entity.attachment(em.find(ContentEntity.class, entity.content));
    }

    /** Those attached first before others. */
    public List<Attachment> of(String recordType, String record) {
        return em.createQuery("select a, c" + OF_RECORD + " order by a.id", Object[].class)
                .setParameter("type", recordType)
                .setParameter("record", record)
                .getResultStream()
                .map(row -> listed(row).attachment())
                .toList();
    }

    public Optional<Listed> find(long id) {
        return em.createQuery("select a, c" + WITH_CONTENT + " and a.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(AttachmentStore::listed);
    }

    /** Whether it was there; only one who deletes it at the same time hears so. */
    public boolean delete(long id) {
        return em.createQuery("delete from AttachmentEntity a where a.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** @param recordType null for all */
    public Page<Listed> page(String recordType, PageQuery page) {
        String where = WITH_CONTENT + (recordType == null ? "" : " and a.recordType = :type");
        var list = em.createQuery("select a, c" + where + " order by a.id desc", Object[].class);
        var count = em.createQuery("select count(a)" + where, Long.class);
        if (recordType != null) {
            list.setParameter("type", recordType);
            count.setParameter("type", recordType);
        }
        return Page.of(
                list.setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(AttachmentStore::listed)
                        .toList(),
                page,
                count::getSingleResult);
    }

    private static Listed listed(Object[] row) {
        AttachmentEntity entity = (AttachmentEntity) row[0];
        return new Listed(entity.attachment((ContentEntity) row[1]), entity.unit, entity.content);
    }
}
