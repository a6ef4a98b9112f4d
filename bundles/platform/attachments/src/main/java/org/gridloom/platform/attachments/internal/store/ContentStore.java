package org.gridloom.platform.attachments.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridloom.platform.tx.Tx;

/**
 * What files hold, in the database. Whoever is about to name a content, and whoever is about to remove one, locks its row
 * first.
 */
public final class ContentStore {

    private static final String UNNAMED = " from ContentEntity c"
            + " where not exists (select 1 from UploadEntity u where u.content = c.file)"
            + " and not exists (select 1 from AttachmentEntity a where a.content = c.file)";

    private final Tx tx;
    private final EntityManager em;

    public ContentStore(Tx tx) {
        this.tx = tx;
        em = tx.em();
    }

    /** The content with this hash; waits for who is removing it. */
    public Optional<Content> lock(String sha256) {
        return em.createQuery("select c from ContentEntity c where c.sha256 = :sha256", ContentEntity.class)
                .setParameter("sha256", sha256)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .map(ContentEntity::content);
    }

    /** Whether it is kept just now; nobody is locked out by the question. */
    public boolean isKept(String sha256) {
        return em.createQuery("select count(c) from ContentEntity c where c.sha256 = :sha256", Long.class)
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0;
    }

    /** The caller holds the lock of {@link #lockStore} and has found none with this hash. */
    public void insert(Content content) {
        ContentEntity entity = new ContentEntity();
        entity.file = content.file();
        entity.sha256 = content.sha256();
        entity.kind = content.kind();
        entity.bytes = content.bytes();
        entity.thumbnail = content.thumbnail();
        em.persist(entity);
        em.flush();
    }

    /** Files of contents that nothing names, those after one. */
    public List<String> unnamed(String file, int most) {
        return em.createQuery("select c.file" + UNNAMED + " and c.file > :file order by c.file", String.class)
                .setParameter("file", file)
                .setMaxResults(most)
                .getResultList();
    }

    public long countUnnamed() {
        return em.createQuery("select count(c)" + UNNAMED, Long.class).getSingleResult();
    }

    /** Locks a content, empty if it has gone. */
    public Optional<Content> lockFile(String file) {
        return Optional.ofNullable(em.find(ContentEntity.class, file, LockModeType.PESSIMISTIC_WRITE))
                .map(ContentEntity::content);
    }

    /** Removes a content that the caller has locked, if nothing names it; says whether it did. */
    public boolean deleteUnnamed(String file) {
        try (PreparedStatement delete = tx.connection()
                .prepareStatement(
                        "delete from attachments_content where file = ?"
                                + " and not exists (select 1 from attachments_upload u where u.content = attachments_content.file)"
                                + " and not exists (select 1 from attachments_file a where a.content = attachments_content.file)")) {
            delete.setString(1, file);
            return delete.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which of the files a row names. */
    public Set<String> known(Collection<String> files) {
        return files.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        em.createQuery("select c.file from ContentEntity c where c.file in :files", String.class)
                                .setParameter("files", files)
                                .getResultList());
    }

    /** Contents by file, those after one. */
    public List<Content> after(String file, int most) {
        return em.createQuery("select c from ContentEntity c where c.file > :file order by c.file", ContentEntity.class)
                .setParameter("file", file)
                .setMaxResults(most)
                .getResultStream()
                .map(ContentEntity::content)
                .toList();
    }

    /** Mark of the folder that belongs to this database; null before the first start. */
    public String mark() {
        return em.find(StoreEntity.class, StoreEntity.ONLY).mark;
    }

    /** Until the end of the transaction only the caller keeps new contents. Comes before {@link #lock}. */
    public void lockStore() {
        em.find(StoreEntity.class, StoreEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Mark of the folder, made if there is none yet. */
    public String makeMark() {
        StoreEntity store = em.find(StoreEntity.class, StoreEntity.ONLY, LockModeType.PESSIMISTIC_WRITE);
        store.markIfNew(UUID.randomUUID().toString());
        return store.mark;
    }

    /** Takes the next cleaning upon this node, if it is due: of several nodes one gets it. */
    public boolean takeCleaning(Instant now, Instant next) {
        return em.createQuery("update StoreEntity s set s.cleanAt = :next"
                                + " where s.id = :only and (s.cleanAt is null or s.cleanAt <= :now)")
                        .setParameter("next", next.atOffset(ZoneOffset.UTC))
                        .setParameter("only", StoreEntity.ONLY)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                > 0;
    }
}
